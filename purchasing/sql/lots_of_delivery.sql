-- The lots of a delivery in the order of its lines: as they were received, as their last corrections have them, what is
-- left, the day they were reversed, and the order that they came for.
-- @many
-- @null reversed_on, order_no
-- @integer order_no
SELECT l.lot_no, i.sku, i.name, l.units AS received_units, l.cost_minor AS received_cost_minor,
    COALESCE(c.units, l.units) AS units, COALESCE(c.cost_minor, l.cost_minor) AS cost_minor,
    COALESCE(o.units_left, 0) AS units_left, r.moved_on AS reversed_on,
    (SELECT MIN(x.order_no) FROM order_receipt x WHERE x.store_id = l.store_id AND x.lot_no = l.lot_no) AS order_no
FROM lot l
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
LEFT JOIN open_lot o ON o.store_id = l.store_id AND o.item_no = l.item_no AND o.received_on = l.received_on
    AND o.lot_no = l.lot_no
LEFT JOIN receipt_correction c ON c.store_id = l.store_id AND c.lot_no = l.lot_no AND c.seq = (
    SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = l.store_id AND x.lot_no = l.lot_no)
LEFT JOIN movement r ON r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal'
WHERE l.store_id = :store_id AND l.delivery_no = :delivery_no
ORDER BY l.lot_no
