-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO movement (store_id, seq, moved_on, kind, item_no, lot_no, units, cost_minor, box_no, reason, event_seq)
VALUES (:store_id, :seq, :moved_on, :kind, :item_no, :lot_no, :units, :cost_minor, :box_no, :reason,
    :event_seq)
