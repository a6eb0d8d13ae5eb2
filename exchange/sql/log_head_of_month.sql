-- The event that a month's package stands on: the one that closed the month, or, while it is open, the last one.
-- @one
SELECT e.event_seq, e.hash, CASE WHEN c.month IS NULL THEN 0 ELSE 1 END AS is_closed
FROM store_books b
LEFT JOIN closed_month c ON c.store_id = b.store_id AND c.month = :month
JOIN event e ON e.store_id = b.store_id AND e.event_seq = COALESCE(c.event_seq, b.last_event)
WHERE b.store_id = :store_id
