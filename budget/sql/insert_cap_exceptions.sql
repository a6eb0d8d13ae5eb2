-- Adds one exceeded cap per run.
-- @each line_no, month, step, box_no, lot_no, cap, action, amount, would_be, order_no, rolled, percent
INSERT INTO cap_exception (store_id, event_seq, line_no, month, step, box_no, lot_no, cap, action, amount_minor,
    would_be_minor, order_no, rolled_minor, percent)
VALUES (:store_id, :event_seq, :line_no, :month, :step, :box_no, :lot_no, :cap, :action, :amount, :would_be, :order_no,
    :rolled, :percent)
