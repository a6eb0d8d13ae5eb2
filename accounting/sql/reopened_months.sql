-- The months that were opened again, with the events that did.
-- @many
SELECT r.month, r.event_seq, r.closed_event, r.reason, e.detail, e.subject
FROM reopened_month r
JOIN event e ON e.store_id = r.store_id AND e.event_seq = r.event_seq
WHERE r.store_id = :store_id
ORDER BY r.event_seq
