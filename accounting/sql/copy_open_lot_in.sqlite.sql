-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO open_lot (store_id, item_no, received_on, lot_no, units_left, cost_left_minor)
VALUES (:store_id, :item_no, :received_on, :lot_no, :units_left, :cost_left_minor)
