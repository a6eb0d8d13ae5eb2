-- The facts recorded in `order_step`, each with its event.
-- @many
SELECT event_seq, order_no, state, step_on, reason, step_no, step_by
FROM order_step
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, order_no, step_no
