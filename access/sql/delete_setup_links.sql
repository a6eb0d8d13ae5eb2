-- Ends every link.
DELETE FROM setup_link
