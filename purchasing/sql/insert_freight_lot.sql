-- Adds the share of a lot in freight.
INSERT INTO freight_lot (store_id, lot_no, freight_no, share_minor, event_seq)
VALUES (:store_id, :lot_no, :freight_no, :share, :event_seq)
