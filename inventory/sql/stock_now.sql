-- Every item with what is on its shelf now, and the newest lot that was bought. Binds: store_id.
-- Returns: item_no, sku, name, kind, category, units, cost, reorder_level, par_level, pack_size, lead_days, supplier, retired,
-- units and cost of the newest lot bought.
SELECT i.item_no, i.sku, i.name, i.kind, i.category, COALESCE(o.units, 0), COALESCE(o.cost, 0), i.reorder_level, i.par_level,
    i.pack_size, i.lead_days, i.supplier, i.retired, COALESCE(l.units, 0), COALESCE(l.cost_minor, 0)
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
    WHERE b.store_id = i.store_id AND b.item_no = i.item_no AND b.source IN ('purchase', 'parts'))
WHERE i.store_id = :store_id
ORDER BY i.sku
