-- Adds one item a run.
-- @each item_no, sku, name, kind, category, unit, size, barcode, supplier, reorder_level, par_level, pack_size
-- @each lead_days, imprinted, sku_folded, barcode_folded
INSERT INTO item (store_id, item_no, sku, name, kind, category, unit, size, barcode, supplier, reorder_level, par_level,
    pack_size, lead_days, imprinted, retired, added_event, sku_folded, barcode_folded)
VALUES (:store_id, :item_no, :sku, :name, :kind, :category, :unit, :size, :barcode, :supplier, :reorder_level, :par_level,
    :pack_size, :lead_days, :imprinted, 0, :added_event, :sku_folded, :barcode_folded)
