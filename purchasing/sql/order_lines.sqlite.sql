-- The lines of the newest version of one order per run.
-- @many
-- @each order_no
SELECT l.order_no, l.line_no, l.item_no, i.sku, i.name, l.units, l.cost_minor
FROM order_line l
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
WHERE l.store_id = :store_id AND l.order_no = :order_no AND l.version = (
    SELECT MAX(v.version) FROM purchase_order v WHERE v.store_id = l.store_id AND v.order_no = l.order_no)
ORDER BY l.line_no
