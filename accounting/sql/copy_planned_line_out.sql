-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT box_no, item_no, units
FROM planned_line
WHERE store_id = :store_id
ORDER BY store_id, box_no, item_no
