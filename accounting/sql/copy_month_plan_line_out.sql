-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT month, recipient_no, item_no, units
FROM month_plan_line
WHERE store_id = :store_id
ORDER BY store_id, month, recipient_no, item_no
