-- The node of a cluster that holds a store's rows of a table, unless it is the one that is asked.
-- @optional
-- @columns host, port
-- @text host
SELECT CAST(n.nodename AS text) AS host, CAST(n.nodeport AS BIGINT) AS port
FROM pg_dist_partition d
JOIN pg_dist_placement p ON p.shardid = CASE d.partmethod WHEN 'h'
    THEN get_shard_id_for_distribution_column(CAST(d.logicalrelid AS regclass), CAST(:store_id AS BIGINT)) ELSE -1 END
JOIN pg_dist_node n ON n.groupid = p.groupid
WHERE d.logicalrelid = to_regclass(:table_name)
    AND n.groupid <> (SELECT l.groupid FROM pg_dist_local_group l)
