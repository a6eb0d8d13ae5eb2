-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT item_no, sku, name, kind, category, unit, size, barcode, supplier, reorder_level, par_level, pack_size,
    lead_days, imprinted, retired, added_event, reserved_units, sku_folded, sku_twin, barcode_folded
FROM item
WHERE store_id = :store_id
ORDER BY store_id, item_no
