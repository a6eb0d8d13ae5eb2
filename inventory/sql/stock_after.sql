-- The items whose SKUs come after a given one, with their stock now and the newest lot that was bought and not
-- reversed, as its last correction has it.
-- @many
SELECT i.*,
    COALESCE((SELECT CAST(SUM(o.units_left) AS BIGINT) FROM open_lot o
        WHERE o.store_id = i.store_id AND o.item_no = i.item_no), 0) AS units,
    COALESCE((SELECT CAST(SUM(o.cost_left_minor) AS BIGINT) FROM open_lot o
        WHERE o.store_id = i.store_id AND o.item_no = i.item_no), 0) AS cost_minor,
    COALESCE(c.units, l.units, 0) AS last_units, COALESCE(c.cost_minor, l.cost_minor, 0) AS last_cost_minor
FROM (
    SELECT * FROM item WHERE store_id = :store_id AND sku > :after ORDER BY sku LIMIT :most
) i
LEFT JOIN lot l ON l.store_id = i.store_id AND l.lot_no = (
    SELECT MAX(b.lot_no)
    FROM lot b
    WHERE b.store_id = i.store_id AND b.item_no = i.item_no AND b.source IN ('purchase', 'parts_transfer')
        AND NOT EXISTS (
            SELECT 1 FROM movement r WHERE r.store_id = b.store_id AND r.lot_no = b.lot_no AND r.kind = 'reversal'))
LEFT JOIN receipt_correction c ON c.store_id = l.store_id AND c.lot_no = l.lot_no AND c.seq = (
    SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = l.store_id AND x.lot_no = l.lot_no)
ORDER BY i.sku
