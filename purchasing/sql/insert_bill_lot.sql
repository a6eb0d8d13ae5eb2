-- Adds what a bill charges for a lot.
INSERT INTO bill_lot (store_id, bill_no, lot_no, amount_minor, event_seq)
VALUES (:store_id, :bill_no, :lot_no, :amount, :event_seq)
