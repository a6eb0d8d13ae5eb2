-- Adds one item a run. Binds: store_id, added_event and the columns.
INSERT INTO item (store_id, item_no, sku, name, kind, category, unit, size, barcode, supplier, reorder_level, par_level,
    pack_size, lead_days, imprinted, retired, added_event, sku_folded, barcode_folded)
VALUES (:store_id, :item_no, :sku, :name, :kind, :category, :unit, :size, :barcode, :supplier, :reorder_level, :par_level,
    :pack_size, :lead_days, :imprinted, 0, :added_event, :sku_folded, :barcode_folded)
