-- The facts recorded in `delivery`, each with its event.
-- @many
SELECT event_seq, delivery_no, received_on, source, supplier, reference, authorized_by
FROM delivery
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, delivery_no
