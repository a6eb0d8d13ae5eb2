-- The items that one code per run may mean: by SKU, ignoring capitals, then by barcode.
-- @many
-- @each code, sku_folded, barcode_folded
-- @text code
SELECT :code AS code, sku, name, 0 AS by_barcode
FROM item
WHERE store_id = :store_id AND sku_folded = :sku_folded
UNION ALL
SELECT :code, sku, name, 1
FROM item
WHERE store_id = :store_id AND barcode_folded = :barcode_folded AND barcode_folded <> ''
ORDER BY 4, 2
