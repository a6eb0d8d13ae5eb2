-- The facts recorded in `box_tax`, each with its event.
-- @many
SELECT event_seq, box_no, tax_class
FROM box_tax
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, box_no
