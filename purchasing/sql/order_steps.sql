-- The steps of an order in the order recorded, with who recorded each.
-- @many
SELECT s.state, s.step_on, s.reason, e.actor
FROM order_step s
JOIN event e ON e.store_id = s.store_id AND e.event_seq = s.event_seq
WHERE s.store_id = :store_id AND s.order_no = :order_no
ORDER BY s.event_seq
