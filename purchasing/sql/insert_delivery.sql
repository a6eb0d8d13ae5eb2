-- Adds a delivery.
INSERT INTO delivery (store_id, delivery_no, received_on, source, supplier, reference, authorized_by, event_seq)
VALUES (:store_id, :delivery_no, :received_on, :source, :supplier, :reference, :authorized_by, :event_seq)
