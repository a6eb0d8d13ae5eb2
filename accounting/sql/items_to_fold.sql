-- Items after one, with their words and how these are kept folded. Binds: store_id, after (a number), most.
-- Returns: item_no, sku, barcode, sku_folded, barcode_folded, sku_twin.
SELECT item_no, sku, barcode, sku_folded, barcode_folded, sku_twin
FROM item
WHERE store_id = :store_id AND item_no > :after
ORDER BY item_no
LIMIT :most
