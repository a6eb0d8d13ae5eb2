-- One row if this is a Giftbox database.
-- @optional
SELECT CAST(1 AS BIGINT) AS has_it WHERE to_regclass('schema_version') IS NOT NULL
