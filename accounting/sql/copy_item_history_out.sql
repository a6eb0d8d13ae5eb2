-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT item_no, until_event, name, category, reorder_level, par_level
FROM item_history
WHERE store_id = :store_id
ORDER BY store_id, item_no, until_event
