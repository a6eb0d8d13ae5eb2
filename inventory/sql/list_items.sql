-- The whole catalog.
-- @many
SELECT item_no, sku, name, kind, category, unit, size, barcode, supplier, reorder_level, par_level, pack_size, lead_days,
    imprinted, retired
FROM item
WHERE store_id = :store_id
ORDER BY sku
