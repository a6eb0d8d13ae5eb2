-- Items and their open lots, oldest first; one row with nulls if an item has none.
SELECT i.item_no, i.sku, i.kind, i.retired, i.reserved_units, i.imprinted, l.lot_no, l.received_on,
    l.units_left, l.cost_left_minor
FROM item i
LEFT JOIN open_lot l ON l.store_id = i.store_id AND l.item_no = i.item_no
WHERE i.store_id = :store_id AND i.sku = ANY (CAST(:sku AS text[]))
ORDER BY i.item_no, l.received_on, l.lot_no
