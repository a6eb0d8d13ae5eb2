-- The items that one code a run may stand for: by SKU whatever its capitals, then by barcode. Binds: store_id, code, sku_folded, barcode_folded.
-- Returns: the code, sku, name, whether by barcode.
SELECT :code, sku, name, 0
FROM item
WHERE store_id = :store_id AND sku_folded = :sku_folded
UNION ALL
SELECT :code, sku, name, 1
FROM item
WHERE store_id = :store_id AND barcode_folded = :barcode_folded AND barcode_folded <> ''
ORDER BY 4, 2
