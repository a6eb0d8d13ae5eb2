-- Adds the freight of a delivery.
INSERT INTO freight (store_id, freight_no, delivery_no, amount_minor, shared_by, supplier, reference, event_seq)
VALUES (:store_id, :freight_no, :delivery_no, :amount, :shared_by, :supplier, :reference, :event_seq)
