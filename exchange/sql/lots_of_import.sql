-- The receipts that an import recorded and nobody reversed since, by lot.
-- @many
-- @text reference
SELECT l.lot_no, i.sku, COALESCE(l.reference, '') AS reference, l.received_on, l.units, l.cost_minor
FROM lot l
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
WHERE l.store_id = :store_id AND l.lot_no BETWEEN :first_no AND :last_no AND NOT EXISTS (
    SELECT 1 FROM movement r WHERE r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal')
ORDER BY l.lot_no
