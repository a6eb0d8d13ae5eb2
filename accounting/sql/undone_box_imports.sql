-- The imports of boxes that were undone, and the events that did.
-- @many
SELECT event_seq, undone_event
FROM import_batch
WHERE store_id = :store_id AND kind = 'boxes' AND undone_event > 0
ORDER BY event_seq
