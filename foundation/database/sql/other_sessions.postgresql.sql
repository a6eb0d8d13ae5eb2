-- Other sessions connected to this database, without the server's own workers and those of the nodes of a cluster.
-- @one
-- @columns sessions
SELECT CAST(COUNT(*) AS BIGINT) AS sessions FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND usesysid IS NOT NULL
    AND COALESCE(backend_type, 'client backend') = 'client backend'
    AND application_name NOT LIKE 'citus%'
