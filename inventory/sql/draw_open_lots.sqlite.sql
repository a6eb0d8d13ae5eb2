-- Updates the remaining units and cost of one lot per run.
-- @each item_no, received_on, lot_no, units_left, cost_left
UPDATE open_lot
SET units_left = :units_left, cost_left_minor = :cost_left
WHERE store_id = :store_id AND item_no = :item_no AND received_on = :received_on AND lot_no = :lot_no
