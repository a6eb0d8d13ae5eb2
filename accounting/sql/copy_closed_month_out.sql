-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT month, event_seq, moved_boxes, moved_minor, carried_boxes, carried_contents_minor,
    carried_packaging_minor, carried_labor_minor
FROM closed_month
WHERE store_id = :store_id
ORDER BY store_id, month
