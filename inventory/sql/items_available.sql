-- Every item and its open lots, oldest first; one row with nulls if an item has none.
-- @many
-- @null lot_no, received_on, units_left, cost_left_minor
SELECT i.sku, i.name, i.kind, i.category, i.size, i.par_level, i.reserved_units, l.lot_no, l.received_on,
    l.units_left, l.cost_left_minor
FROM item i
LEFT JOIN open_lot l ON l.store_id = i.store_id AND l.item_no = i.item_no
WHERE i.store_id = :store_id
ORDER BY i.sku, l.received_on, l.lot_no
