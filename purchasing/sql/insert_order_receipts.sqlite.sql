-- Adds units of one lot that came for a line of an order per run.
-- @each order_no, line_no, lot_no, units
INSERT INTO order_receipt (store_id, order_no, line_no, lot_no, units, event_seq)
VALUES (:store_id, :order_no, :line_no, :lot_no, :units, :event_seq)
