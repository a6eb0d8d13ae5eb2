-- The facts recorded in `order_receipt`, each with its event.
-- @many
SELECT event_seq, order_no, line_no, lot_no, units
FROM order_receipt
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, order_no, line_no, lot_no
