-- The imports numbered below one, newest first.
-- @many
SELECT b.*, e.actor, e.recorded_at
FROM import_batch b
JOIN event e ON e.store_id = b.store_id AND e.event_seq = b.event_seq
WHERE b.store_id = :store_id AND b.batch_no < :before
ORDER BY b.batch_no DESC
LIMIT :most
