-- The items that one code per run may mean: by SKU, ignoring capitals, then by an earlier SKU, then by barcode.
-- @many
-- @each code, sku_folded, barcode_folded
-- @text code
SELECT :code AS code, sku, name, 0 AS match_rank
FROM item
WHERE store_id = :store_id AND sku_folded = :sku_folded
UNION
SELECT :code, i.sku, i.name, 1
FROM item_history h
JOIN item i ON i.store_id = h.store_id AND i.item_no = h.item_no
WHERE h.store_id = :store_id AND h.sku_folded = :sku_folded AND h.sku_folded <> ''
UNION
SELECT :code, sku, name, 2
FROM item
WHERE store_id = :store_id AND barcode_folded = :barcode_folded AND barcode_folded <> ''
ORDER BY 4, 2
