-- Lets pg_dump see what the open transaction sees, as long as it is open.
-- @one
-- @columns snapshot
-- @text snapshot
SELECT pg_export_snapshot() AS snapshot
