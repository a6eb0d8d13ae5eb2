-- One event by the code of its store, in books of any schema.
-- @optional
SELECT e.hash, e.recorded_at
FROM store s
JOIN event e ON e.store_id = s.store_id
WHERE s.code = :code AND e.event_seq = :event_seq
