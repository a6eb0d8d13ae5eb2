-- The lines of the newest version of each of some orders.
WITH asked AS MATERIALIZED (
    SELECT order_no FROM unnest(CAST(:order_no AS bigint[])) AS k (order_no)
)
SELECT l.order_no, l.line_no, l.item_no, i.sku, i.name, l.units, l.cost_minor
FROM asked a
JOIN order_line l ON l.store_id = :store_id AND l.order_no = a.order_no
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
WHERE l.version = (
    SELECT MAX(v.version) FROM purchase_order v WHERE v.store_id = l.store_id AND v.order_no = l.order_no)
ORDER BY l.order_no, l.line_no
