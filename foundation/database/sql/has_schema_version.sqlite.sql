-- One row if this is a Giftbox database.
-- @optional
SELECT 1 AS has_it FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'
