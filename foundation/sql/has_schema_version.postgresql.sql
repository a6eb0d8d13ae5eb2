-- Whether this is a Giftbox database. Rows: one if so.
SELECT 1 WHERE to_regclass('schema_version') IS NOT NULL
