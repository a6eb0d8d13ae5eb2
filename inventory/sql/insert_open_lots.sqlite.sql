-- Opens one whole lot per run.
-- @each item_no, received_on, lot_no, units_left, cost_left
INSERT INTO open_lot (store_id, item_no, received_on, lot_no, units_left, cost_left_minor)
VALUES (:store_id, :item_no, :received_on, :lot_no, :units_left, :cost_left)
