-- Receipts of a period, by lot.
-- @many
SELECT l.received_on, i.sku, l.units, l.cost_minor, l.reference, l.supplier, l.source, l.line
FROM lot l
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
WHERE l.store_id = :store_id AND l.source IN ('purchase', 'parts_transfer') AND l.received_on BETWEEN :first AND :last
ORDER BY l.lot_no
