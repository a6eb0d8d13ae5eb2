-- What a supplier calls the items: earlier rows first.
-- @many
SELECT s.item_no, s.part_number
FROM item_supplier s
WHERE s.store_id = :store_id AND s.supplier_no = :supplier_no
ORDER BY s.item_no, s.event_seq
