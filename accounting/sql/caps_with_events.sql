-- The caps and the events that set them.
-- @many
SELECT c.cap, c.from_month, c.amount_minor, c.action, c.reason, c.roll_over,
    c.roll_over_most_minor, c.warn_percent, e.detail, e.subject, c.event_seq
FROM cap c
JOIN event e ON e.store_id = c.store_id AND e.event_seq = c.event_seq
WHERE c.store_id = :store_id
ORDER BY c.cap_no
