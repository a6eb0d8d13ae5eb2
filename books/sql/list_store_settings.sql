-- The dated settings in the order recorded, with the detail of the events that set them.
-- @many
SELECT s.name, s.from_month, s.event_seq, s.value, s.reason, e.actor, e.recorded_at, e.detail
FROM store_setting s
JOIN event e ON e.store_id = s.store_id AND e.event_seq = s.event_seq
WHERE s.store_id = :store_id
ORDER BY s.event_seq, s.name
