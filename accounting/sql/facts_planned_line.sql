-- The lines of planned boxes. Binds: store_id. Returns: box_no, the columns of a fact.
SELECT box_no, item_no, units
FROM planned_line
WHERE store_id = :store_id
ORDER BY box_no, item_no
