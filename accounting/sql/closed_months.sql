-- All closes with the events that closed them; is_open is 1 for those of months that were opened again.
-- @many
-- @integer is_open
SELECT c.month, c.carried_boxes, c.carried_contents_minor, c.carried_packaging_minor, c.carried_labor_minor,
    c.moved_boxes, c.moved_minor, c.stock_gift_units, c.stock_gift_minor, c.stock_packaging_units,
    c.stock_packaging_minor, e.detail, e.subject, c.event_seq, c.is_open
FROM (
    SELECT store_id, month, event_seq, carried_boxes, carried_contents_minor, carried_packaging_minor,
        carried_labor_minor, moved_boxes, moved_minor, stock_gift_units, stock_gift_minor, stock_packaging_units,
        stock_packaging_minor, 0 AS is_open
    FROM closed_month
    WHERE store_id = :store_id
    UNION ALL
    SELECT store_id, month, closed_event AS event_seq, carried_boxes, carried_contents_minor, carried_packaging_minor,
        carried_labor_minor, moved_boxes, moved_minor, stock_gift_units, stock_gift_minor, stock_packaging_units,
        stock_packaging_minor, 1 AS is_open
    FROM reopened_month
    WHERE store_id = :store_id
) AS c
JOIN event e ON e.store_id = c.store_id AND e.event_seq = c.event_seq
ORDER BY c.event_seq
