-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO item (store_id, item_no, sku, name, kind, category, unit, size, barcode, supplier, reorder_level, par_level,
    pack_size, lead_days, imprinted, retired, added_event, reserved_units, sku_folded, sku_twin, barcode_folded)
VALUES (:store_id, :item_no, :sku, :name, :kind, :category, :unit, :size, :barcode, :supplier, :reorder_level,
    :par_level, :pack_size, :lead_days, :imprinted, :retired, :added_event, :reserved_units, :sku_folded, :sku_twin,
    :barcode_folded)
