-- Stores the folded texts of one row per run.
-- @each item_no, sku_folded, barcode_folded
UPDATE item SET sku_folded = :sku_folded, barcode_folded = :barcode_folded
    WHERE store_id = :store_id AND item_no = :item_no
