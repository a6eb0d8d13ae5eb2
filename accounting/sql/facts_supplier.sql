-- The facts recorded in `supplier`, each with its event.
-- @many
SELECT *
FROM supplier
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, supplier_no, version
