-- The items whose SKUs follow one, with what is on their shelf now, and the newest lot that was bought. Binds: store_id, after, most.
-- Returns: item_no, sku, name, kind, category, units, cost, reorder_level, par_level, pack_size, lead_days, supplier, retired,
-- units and cost of the newest lot bought.
SELECT i.item_no, i.sku, i.name, i.kind, i.category,
    COALESCE((SELECT CAST(SUM(o.units_left) AS BIGINT) FROM open_lot o WHERE o.store_id = i.store_id AND o.item_no = i.item_no), 0),
    COALESCE((SELECT CAST(SUM(o.cost_left_minor) AS BIGINT) FROM open_lot o WHERE o.store_id = i.store_id AND o.item_no = i.item_no), 0),
    i.reorder_level, i.par_level, i.pack_size, i.lead_days, i.supplier, i.retired, COALESCE(l.units, 0), COALESCE(l.cost_minor, 0)
FROM (
    SELECT store_id, item_no, sku, name, kind, category, reorder_level, par_level, pack_size, lead_days, supplier, retired
    FROM item
    WHERE store_id = :store_id AND sku > :after
    ORDER BY sku
    LIMIT :most
) i
LEFT JOIN lot l ON l.store_id = i.store_id AND l.lot_no = (
    SELECT MAX(b.lot_no)
    FROM lot b
    WHERE b.store_id = i.store_id AND b.item_no = i.item_no AND b.source IN ('purchase', 'parts'))
ORDER BY i.sku
