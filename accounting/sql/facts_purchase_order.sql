-- The facts recorded in `purchase_order`, each with its event.
-- @many
SELECT event_seq, order_no, version, supplier_no, expected_on, note, ship_to
FROM purchase_order
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, order_no, version
