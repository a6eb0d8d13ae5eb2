-- The steps of an order in the order recorded, with who took each.
-- @many
-- @text actor
SELECT s.state, s.step_on, s.reason, CASE WHEN s.step_by = '' THEN e.actor ELSE s.step_by END AS actor
FROM order_step s
JOIN event e ON e.store_id = s.store_id AND e.event_seq = s.event_seq
WHERE s.store_id = :store_id AND s.order_no = :order_no
ORDER BY s.event_seq, s.step_no
