-- Appends one movement per run.
-- @each seq, moved_on, kind, item_no, lot_no, units, cost, box_no, reason, corrects
INSERT INTO movement (store_id, seq, moved_on, kind, item_no, lot_no, units, cost_minor, box_no, reason, event_seq,
    corrects)
VALUES (:store_id, :seq, :moved_on, :kind, :item_no, :lot_no, :units, :cost, :box_no, :reason, :event_seq,
    :corrects)
