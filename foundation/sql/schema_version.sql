-- The newest migration that has run. Rows: one. Returns: number, null when none.
SELECT MAX(number) FROM schema_version
