-- The facts recorded in `freight`, each with its event.
-- @many
SELECT event_seq, freight_no, delivery_no, amount_minor, shared_by, supplier, reference
FROM freight
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, freight_no
