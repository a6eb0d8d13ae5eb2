-- One lot, and what is left of it.
-- @optional
-- @text reference
SELECT i.sku, i.name, l.received_on, l.units, l.cost_minor, l.source, COALESCE(l.reference, '') AS reference,
    l.supplier,
    COALESCE(o.units_left, 0) AS units_left, COALESCE(o.cost_left_minor, 0) AS cost_left_minor
FROM lot l
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
LEFT JOIN open_lot o ON o.store_id = l.store_id AND o.item_no = l.item_no AND o.received_on = l.received_on
    AND o.lot_no = l.lot_no
WHERE l.store_id = :store_id AND l.lot_no = :lot_no
