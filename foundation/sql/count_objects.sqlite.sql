-- How much is in the database, whoever made it. Rows: one. Returns: tables, indexes and views.
SELECT COUNT(*) FROM sqlite_master
