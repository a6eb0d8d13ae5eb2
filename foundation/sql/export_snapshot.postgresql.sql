-- Lets pg_dump see what the transaction that is open sees, as long as it is. Rows: one. Returns: the snapshot's name.
SELECT pg_export_snapshot()
