-- The facts recorded in `closed_month`, each with its event; months that were opened again among them.
-- @many
-- @integer month
SELECT event_seq, month, moved_boxes, moved_minor, carried_boxes, carried_contents_minor, carried_packaging_minor,
    carried_labor_minor, stock_gift_units, stock_gift_minor, stock_packaging_units, stock_packaging_minor
FROM closed_month
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
UNION ALL
SELECT closed_event AS event_seq, month, moved_boxes, moved_minor, carried_boxes, carried_contents_minor,
    carried_packaging_minor, carried_labor_minor, stock_gift_units, stock_gift_minor, stock_packaging_units,
    stock_packaging_minor
FROM reopened_month
WHERE store_id = :store_id AND closed_event > :after AND closed_event <= :upto
ORDER BY event_seq, month
