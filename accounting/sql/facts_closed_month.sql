-- The facts recorded in `closed_month`, each with its event.
-- @many
-- @integer month
SELECT event_seq, month, moved_boxes, moved_minor, carried_boxes, carried_contents_minor, carried_packaging_minor,
    carried_labor_minor, stock_gift_units, stock_gift_minor, stock_packaging_units, stock_packaging_minor
FROM closed_month
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, month
