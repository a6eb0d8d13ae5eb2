-- Keeps the close of a month. Binds: every column.
INSERT INTO closed_month (store_id, month, event_seq, carried_boxes, carried_minor)
VALUES (:store_id, :month, :event_seq, :carried_boxes, :carried)
