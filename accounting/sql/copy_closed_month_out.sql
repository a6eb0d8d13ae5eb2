-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT month, event_seq, carried_boxes, carried_minor
FROM closed_month
WHERE store_id = :store_id
ORDER BY store_id, month
