-- One lot, and what is left of it. Binds: store_id, lot_no. Rows: one or none.
-- Returns: sku, name, received_on, units, cost, source, reference, supplier, units_left, cost_left.
SELECT i.sku, i.name, l.received_on, l.units, l.cost_minor, l.source, COALESCE(l.reference, ''), l.supplier,
    COALESCE(o.units_left, 0), COALESCE(o.cost_left_minor, 0)
FROM lot l
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
LEFT JOIN open_lot o ON o.store_id = l.store_id AND o.item_no = l.item_no AND o.received_on = l.received_on AND o.lot_no = l.lot_no
WHERE l.store_id = :store_id AND l.lot_no = :lot_no
