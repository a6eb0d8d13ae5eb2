-- Changes an item.
UPDATE item
SET name = :name, category = :category, unit = :unit, size = :size, barcode = :barcode, supplier = :supplier,
    reorder_level = :reorder_level, par_level = :par_level, pack_size = :pack_size, lead_days = :lead_days,
    imprinted = :imprinted, retired = :retired, barcode_folded = :barcode_folded
WHERE store_id = :store_id AND item_no = :item_no
