-- The columns of a table in the database's catalog, with their places in the primary key (0: not in it).
SELECT CAST(a.attname AS text) AS name, format_type(a.atttypid, NULL) AS type,
    CAST(COALESCE(array_position(CAST(i.indkey AS int2[]), a.attnum) + 1, 0) AS BIGINT) AS key_place
FROM pg_attribute a
LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
WHERE a.attrelid = to_regclass(:table_name) AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attnum
