-- The statement that created a table.
-- @optional
-- @text sql
SELECT CAST(sql AS TEXT) AS sql FROM main.sqlite_master WHERE type = 'table' AND name = :name
