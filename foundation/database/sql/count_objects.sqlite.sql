-- The number of tables, indexes and views in the database, whoever made them.
-- @one
SELECT COUNT(*) AS objects FROM sqlite_master
