-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT lot_no, item_no, received_on, units, cost_minor, source, reference, supplier, line
FROM lot
WHERE store_id = :store_id
ORDER BY store_id, lot_no
