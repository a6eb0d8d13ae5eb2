-- The newest lot of an item that was bought or drawn from parts, and not reversed.
-- @optional
SELECT units, cost_minor
FROM lot b
WHERE b.store_id = :store_id AND b.item_no = :item_no AND b.source IN ('purchase', 'parts_transfer')
    AND NOT EXISTS (
        SELECT 1 FROM movement r WHERE r.store_id = b.store_id AND r.lot_no = b.lot_no AND r.kind = 'reversal')
ORDER BY b.lot_no DESC
LIMIT 1
