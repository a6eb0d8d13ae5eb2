-- Adds a version of an order.
INSERT INTO purchase_order (store_id, order_no, version, supplier_no, expected_on, note, ship_to, event_seq)
VALUES (:store_id, :order_no, :version, :supplier_no, :expected_on, :note, :ship_to, :event_seq)
