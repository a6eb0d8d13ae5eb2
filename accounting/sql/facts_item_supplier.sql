-- The facts recorded in `item_supplier`, each with its event.
-- @many
SELECT event_seq, item_no, supplier_no, part_number, pack_size
FROM item_supplier
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, item_no, supplier_no
