-- Whether this is a Giftbox database: a row if so.
-- @optional
SELECT 1 AS has_it FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'
