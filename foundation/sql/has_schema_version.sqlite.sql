-- Whether this is a Giftbox database. Rows: one if so.
SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'schema_version'
