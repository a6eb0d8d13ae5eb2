-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT item_no, received_on, lot_no, units_left, cost_left_minor
FROM open_lot
WHERE store_id = :store_id
ORDER BY store_id, item_no, received_on, lot_no
