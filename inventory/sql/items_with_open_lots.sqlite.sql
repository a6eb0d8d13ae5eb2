-- An item and its open lots, oldest first; one row with nulls if it has none.
-- @many
-- @each sku
-- @null lot_no, received_on, units_left, cost_left_minor
SELECT i.item_no, i.sku, i.kind, i.retired, i.reserved_units, i.imprinted, l.lot_no, l.received_on,
    l.units_left, l.cost_left_minor
FROM item i
LEFT JOIN open_lot l ON l.store_id = i.store_id AND l.item_no = i.item_no
WHERE i.store_id = :store_id AND i.sku = :sku
ORDER BY l.received_on, l.lot_no
