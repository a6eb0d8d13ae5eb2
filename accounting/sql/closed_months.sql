-- The closed months and the events that closed them. Binds: store_id. Returns: month, carried_boxes, carried_minor, event detail, event_seq.
SELECT c.month, c.carried_boxes, c.carried_minor, e.detail, c.event_seq
FROM closed_month c
JOIN event e ON e.store_id = c.store_id AND e.event_seq = c.event_seq
WHERE c.store_id = :store_id
ORDER BY c.month
