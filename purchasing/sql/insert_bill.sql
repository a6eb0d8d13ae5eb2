-- Adds a bill.
INSERT INTO bill (store_id, bill_no, supplier, reference, billed_on, amount_minor, event_seq)
VALUES (:store_id, :bill_no, :supplier, :reference, :billed_on, :amount, :event_seq)
