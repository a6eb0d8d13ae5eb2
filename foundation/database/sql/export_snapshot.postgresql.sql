-- Lets pg_dump see what the open transaction sees, until it ends.
-- @one
-- @columns snapshot
-- @text snapshot
SELECT pg_export_snapshot() AS snapshot
