-- Stores the folded texts of the rows of a batch.
-- @each item_no, sku_folded, barcode_folded
UPDATE item t
SET sku_folded = r.sku_folded, barcode_folded = r.barcode_folded
FROM unnest(CAST(:item_no AS bigint[]), CAST(:sku_folded AS text[]), CAST(:barcode_folded AS text[]))
    AS r (item_no, sku_folded, barcode_folded)
WHERE t.store_id = :store_id AND t.item_no = r.item_no
