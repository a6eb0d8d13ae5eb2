-- The facts recorded in `bill_lot`, each with its event.
-- @many
SELECT event_seq, bill_no, lot_no, amount_minor
FROM bill_lot
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, lot_no
