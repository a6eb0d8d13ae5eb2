-- 1 on the node of a Citus cluster that may change the schema.
-- @one
-- @columns is_it
SELECT CASE WHEN citus_is_coordinator() THEN 1 ELSE 0 END AS is_it
