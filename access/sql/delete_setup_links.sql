-- Ends every setup link.
DELETE FROM setup_link
