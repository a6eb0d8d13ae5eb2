-- What is left of one lot a run. Binds: store_id, lot_no, units_left, cost_left.
UPDATE lot
SET units_left = :units_left, cost_left_minor = :cost_left
WHERE store_id = :store_id AND lot_no = :lot_no
