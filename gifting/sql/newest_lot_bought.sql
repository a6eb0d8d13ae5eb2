-- The newest lot of an item that was bought or drawn from parts, and not reversed, as its last correction has it.
-- @optional
SELECT COALESCE(c.units, b.units) AS units, COALESCE(c.cost_minor, b.cost_minor) AS cost_minor
FROM lot b
LEFT JOIN receipt_correction c ON c.store_id = b.store_id AND c.lot_no = b.lot_no AND c.seq = (
    SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = b.store_id AND x.lot_no = b.lot_no)
WHERE b.store_id = :store_id AND b.item_no = :item_no AND b.source IN ('purchase', 'parts_transfer')
    AND NOT EXISTS (
        SELECT 1 FROM movement r WHERE r.store_id = b.store_id AND r.lot_no = b.lot_no AND r.kind = 'reversal')
ORDER BY b.lot_no DESC
LIMIT 1
