-- The facts recorded in `freight_lot`, each with its event.
-- @many
SELECT event_seq, freight_no, lot_no, share_minor, carried_minor
FROM freight_lot
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, freight_no, lot_no
