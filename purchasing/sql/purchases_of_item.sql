-- The lots of an item that were bought and not reversed, the newest first, each as its last correction has it.
-- @many
-- @text supplier
SELECT l.lot_no, COALESCE(c.supplier, l.supplier) AS supplier, COALESCE(c.units, l.units) AS units,
    COALESCE(c.cost_minor, l.cost_minor) AS cost_minor, l.received_on
FROM lot l
LEFT JOIN receipt_correction c ON c.store_id = l.store_id AND c.lot_no = l.lot_no AND c.seq = (
    SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = l.store_id AND x.lot_no = l.lot_no)
WHERE l.store_id = :store_id AND l.item_no = :item_no AND l.source = 'purchase' AND NOT EXISTS (
    SELECT 1 FROM movement r WHERE r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal')
ORDER BY l.lot_no DESC
