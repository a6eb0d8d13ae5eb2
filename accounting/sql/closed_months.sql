-- The closed months with the events that closed them.
-- @many
SELECT c.month, c.carried_boxes, c.carried_contents_minor, c.carried_packaging_minor, c.carried_labor_minor,
    c.moved_boxes, c.moved_minor,
    c.stock_gift_units, c.stock_gift_minor, c.stock_packaging_units, c.stock_packaging_minor,
    e.detail, e.subject, c.event_seq
FROM closed_month c
JOIN event e ON e.store_id = c.store_id AND e.event_seq = c.event_seq
WHERE c.store_id = :store_id
ORDER BY c.month
