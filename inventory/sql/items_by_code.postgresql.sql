-- The items that each code may mean: by SKU, ignoring capitals, then by an earlier SKU, then by barcode.
SELECT k.code, i.sku, i.name, 0 AS match_rank
FROM unnest(CAST(:code AS text[]), CAST(:sku_folded AS text[])) AS k (code, sku_folded)
JOIN item i ON i.store_id = :store_id AND i.sku_folded = k.sku_folded
UNION
SELECT k.code, i.sku, i.name, 1
FROM unnest(CAST(:code AS text[]), CAST(:sku_folded AS text[])) AS k (code, sku_folded)
JOIN item_history h ON h.store_id = :store_id AND h.sku_folded = k.sku_folded AND h.sku_folded <> ''
JOIN item i ON i.store_id = h.store_id AND i.item_no = h.item_no
UNION
SELECT k.code, i.sku, i.name, 2
FROM unnest(CAST(:code AS text[]), CAST(:barcode_folded AS text[])) AS k (code, barcode_folded)
JOIN item i ON i.store_id = :store_id AND i.barcode_folded = k.barcode_folded AND i.barcode_folded <> ''
ORDER BY 4, 2
