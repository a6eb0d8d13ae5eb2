-- Adds what a receipt has from a correction on.
INSERT INTO receipt_correction (store_id, lot_no, seq, units, cost_minor, reference, supplier, event_seq)
VALUES (:store_id, :lot_no, :seq, :units, :cost, :reference, :supplier, :event_seq)
