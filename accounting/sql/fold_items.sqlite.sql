-- Keeps the folded words of one row a run.
-- @each item_no, sku_folded, barcode_folded
UPDATE item SET sku_folded = :sku_folded, barcode_folded = :barcode_folded WHERE store_id = :store_id AND item_no = :item_no
