-- One lot, what is left of it, and the day it was reversed.
-- @optional
-- @null reversed_on
-- @text reference
SELECT i.sku, i.name, l.received_on, l.units, l.cost_minor, l.source, COALESCE(l.reference, '') AS reference,
    l.supplier,
    COALESCE(o.units_left, 0) AS units_left, COALESCE(o.cost_left_minor, 0) AS cost_left_minor,
    r.moved_on AS reversed_on
FROM lot l
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
LEFT JOIN open_lot o ON o.store_id = l.store_id AND o.item_no = l.item_no AND o.received_on = l.received_on
    AND o.lot_no = l.lot_no
LEFT JOIN movement r ON r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal'
WHERE l.store_id = :store_id AND l.lot_no = :lot_no
