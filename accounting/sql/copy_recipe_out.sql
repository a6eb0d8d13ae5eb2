-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT recipe_no, version, name, labor_minutes, event_seq, name_folded, name_twin
FROM recipe
WHERE store_id = :store_id
ORDER BY store_id, recipe_no, version
