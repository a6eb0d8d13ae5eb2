-- The facts recorded in `order_line`, each with its event.
-- @many
SELECT o.event_seq, l.order_no, l.version, l.line_no, l.item_no, l.units, l.cost_minor
FROM purchase_order o
JOIN order_line l ON l.store_id = o.store_id AND l.order_no = o.order_no AND l.version = o.version
WHERE o.store_id = :store_id AND o.event_seq > :after AND o.event_seq <= :upto
ORDER BY o.event_seq, l.order_no, l.version, l.line_no
