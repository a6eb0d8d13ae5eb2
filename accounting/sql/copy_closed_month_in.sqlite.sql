-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO closed_month (store_id, month, event_seq, carried_boxes, carried_minor)
VALUES (:store_id, :month, :event_seq, :carried_boxes, :carried_minor)
