-- The history of the caps, oldest first. Binds: store_id.
-- Returns: cap, from_month, amount_minor, action, reason, actor, recorded_at, event detail, cap_no.
SELECT c.cap, c.from_month, c.amount_minor, c.action, c.reason, e.actor, e.recorded_at, e.detail, c.cap_no
FROM cap c
JOIN event e ON e.store_id = c.store_id AND e.event_seq = c.event_seq
WHERE c.store_id = :store_id
ORDER BY c.cap_no
