-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT month, recipe_no, recipe_version, summary, event_seq
FROM month_plan
WHERE store_id = :store_id
ORDER BY store_id, month
