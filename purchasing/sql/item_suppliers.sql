-- What is known of an item at its suppliers now.
-- @many
SELECT s.supplier_no, s.part_number, s.pack_size
FROM item_supplier s
WHERE s.store_id = :store_id AND s.item_no = :item_no AND s.event_seq = (
    SELECT MAX(n.event_seq)
    FROM item_supplier n
    WHERE n.store_id = s.store_id AND n.item_no = s.item_no AND n.supplier_no = s.supplier_no)
ORDER BY s.supplier_no
