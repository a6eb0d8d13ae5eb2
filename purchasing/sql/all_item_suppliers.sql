-- What is known of every item at its suppliers: earlier rows first.
-- @many
SELECT item_no, supplier_no, part_number, pack_size
FROM item_supplier
WHERE store_id = :store_id
ORDER BY item_no, supplier_no, event_seq
