-- How much is in the database, whoever made it: tables, indexes, and views.
-- @one
SELECT COUNT(*) AS objects FROM sqlite_master
