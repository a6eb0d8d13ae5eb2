-- The last month that is closed, with its close, and the one closed before it.
-- @optional
-- @null before_month
SELECT c.month, c.event_seq, c.moved_boxes, c.moved_minor, c.carried_boxes, c.carried_contents_minor,
    c.carried_packaging_minor, c.carried_labor_minor, c.stock_gift_units, c.stock_gift_minor, c.stock_packaging_units,
    c.stock_packaging_minor,
    (SELECT MAX(b.month) FROM closed_month b WHERE b.store_id = c.store_id AND b.month < c.month) AS before_month
FROM closed_month c
WHERE c.store_id = :store_id AND c.month = :month
