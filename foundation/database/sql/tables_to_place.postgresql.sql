-- The tables of the current schema that Citus does not know yet, those that others refer to first. has_store: whether
-- it has a store_id.
-- @many
-- @columns table_name, has_store
-- @text table_name
WITH RECURSIVE deep AS (
    SELECT c.oid AS id, c.relname AS name, 0 AS steps
    FROM pg_class c
    WHERE c.relkind = 'r' AND c.relnamespace = CAST(current_schema() AS regnamespace)
        AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    UNION
    SELECT k.conrelid, c.relname, t.steps + 1
    FROM deep t
    JOIN pg_constraint k ON k.confrelid = t.id AND k.contype = 'f' AND k.conrelid <> k.confrelid
    JOIN pg_class c ON c.oid = k.conrelid
)
SELECT CAST(t.name AS text) AS table_name,
    CAST((SELECT COUNT(*) FROM pg_attribute a WHERE a.attrelid = t.id AND a.attname = 'store_id') AS BIGINT)
        AS has_store
FROM (SELECT id, name, MAX(steps) AS steps FROM deep GROUP BY id, name) t
WHERE NOT EXISTS (SELECT 1 FROM pg_dist_partition p WHERE p.logicalrelid = t.id)
ORDER BY t.steps, t.name
