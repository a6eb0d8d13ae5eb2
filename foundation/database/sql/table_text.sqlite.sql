-- How a table of the file was created.
-- @optional
-- @text sql
SELECT CAST(sql AS TEXT) AS sql FROM main.sqlite_master WHERE type = 'table' AND name = :name
