-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT recipe_no, version, line_no, item_no, category, units
FROM recipe_line
WHERE store_id = :store_id
ORDER BY store_id, recipe_no, version, line_no
