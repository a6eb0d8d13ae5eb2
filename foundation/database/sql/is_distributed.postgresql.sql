-- Whether Citus knows a table.
-- @one
-- @columns known
SELECT CAST(COUNT(*) AS BIGINT) AS known FROM pg_dist_partition WHERE logicalrelid = to_regclass(:table_name)
