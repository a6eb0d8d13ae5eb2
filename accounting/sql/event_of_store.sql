-- One event, in books of any schema. Binds: code of the store, event_seq. Rows: one or none. Returns: hash, recorded_at.
SELECT e.hash, e.recorded_at
FROM store s
JOIN event e ON e.store_id = s.store_id
WHERE s.code = :code AND e.event_seq = :event_seq
