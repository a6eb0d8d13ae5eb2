-- Adds the share of a lot in freight; of the freight number 0, what its file said that its cost has in it.
INSERT INTO freight_lot (store_id, lot_no, freight_no, share_minor, carried_minor, event_seq)
VALUES (:store_id, :lot_no, :freight_no, :share, :carried, :event_seq)
