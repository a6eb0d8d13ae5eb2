-- The newest lot of an item that was bought or drawn from parts, and not reversed, but one; as its last correction has
-- it.
-- @optional
SELECT COALESCE(c.units, b.units) AS units, COALESCE(c.cost_minor, b.cost_minor) AS cost_minor
FROM item i
JOIN lot b ON b.store_id = i.store_id AND b.lot_no = (
    SELECT MAX(n.lot_no)
    FROM lot n
    WHERE n.store_id = i.store_id AND n.item_no = i.item_no AND n.source IN ('purchase', 'parts_transfer')
        AND n.lot_no <> :lot_no AND NOT EXISTS (
            SELECT 1 FROM movement r WHERE r.store_id = n.store_id AND r.lot_no = n.lot_no AND r.kind = 'reversal'))
LEFT JOIN receipt_correction c ON c.store_id = b.store_id AND c.lot_no = b.lot_no AND c.seq = (
    SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = b.store_id AND x.lot_no = b.lot_no)
WHERE i.store_id = :store_id AND i.sku = :sku
