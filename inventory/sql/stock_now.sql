-- Every item with its stock now, and the newest lot that was bought and not reversed, as its last correction has it.
-- @many
SELECT i.*, COALESCE(o.units, 0) AS units, COALESCE(o.cost, 0) AS cost_minor,
    COALESCE(c.units, l.units, 0) AS last_units, COALESCE(c.cost_minor, l.cost_minor, 0) AS last_cost_minor
FROM item i
LEFT JOIN (
    SELECT store_id, item_no, CAST(SUM(units_left) AS BIGINT) AS units, CAST(SUM(cost_left_minor) AS BIGINT) AS cost
    FROM open_lot
    WHERE store_id = :store_id
    GROUP BY store_id, item_no
) o ON o.store_id = i.store_id AND o.item_no = i.item_no
LEFT JOIN lot l ON l.store_id = i.store_id AND l.lot_no = (
    SELECT MAX(b.lot_no)
    FROM lot b
    WHERE b.store_id = i.store_id AND b.item_no = i.item_no AND b.source IN ('purchase', 'parts_transfer')
        AND NOT EXISTS (
            SELECT 1 FROM movement r WHERE r.store_id = b.store_id AND r.lot_no = b.lot_no AND r.kind = 'reversal'))
LEFT JOIN receipt_correction c ON c.store_id = l.store_id AND c.lot_no = l.lot_no AND c.seq = (
    SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = l.store_id AND x.lot_no = l.lot_no)
WHERE i.store_id = :store_id
ORDER BY i.sku
