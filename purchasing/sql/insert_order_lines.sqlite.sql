-- Adds one line of a version of an order per run.
-- @each line_no, item_no, units, cost
INSERT INTO order_line (store_id, order_no, version, line_no, item_no, units, cost_minor)
VALUES (:store_id, :order_no, :version, :line_no, :item_no, :units, :cost)
