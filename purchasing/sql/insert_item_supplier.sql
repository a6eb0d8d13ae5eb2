-- Adds what is known of an item at a supplier from the event on.
INSERT INTO item_supplier (store_id, item_no, supplier_no, event_seq, part_number, pack_size)
VALUES (:store_id, :item_no, :supplier_no, :event_seq, :part_number, :pack_size)
