-- Codes and names with the same folded form but different spellings, from before capitals ceased to matter, barcodes
-- shared by several items, and their owners.
-- @many
-- @text what
SELECT 'sku' AS what, i.sku_folded AS folded, i.sku AS spelled, i.name AS whose
FROM item i
WHERE i.store_id = :store_id AND i.sku_folded IN (SELECT t.sku_folded FROM item t
    WHERE t.store_id = :store_id AND t.sku_twin <> 0)
UNION ALL
SELECT 'barcode', i.barcode_folded, i.barcode, i.sku
FROM item i
WHERE i.store_id = :store_id AND i.barcode_folded IN (
    SELECT b.barcode_folded FROM item b WHERE b.store_id = :store_id AND b.barcode_folded <> ''
        GROUP BY b.barcode_folded HAVING COUNT(*) > 1)
UNION ALL
SELECT 'recipient', r.code_folded, r.code, r.name
FROM recipient r
WHERE r.store_id = :store_id AND r.code_folded IN (SELECT t.code_folded FROM recipient t
    WHERE t.store_id = :store_id AND t.code_twin <> 0)
UNION ALL
SELECT DISTINCT 'recipe', p.name_folded, p.name, ''
FROM recipe p
WHERE p.store_id = :store_id AND p.name_folded IN (SELECT t.name_folded FROM recipe t
    WHERE t.store_id = :store_id AND t.name_twin <> 0)
UNION ALL
SELECT DISTINCT 'nomination', CAST(n.nomination_no AS text), CAST(n.nomination_no AS text), n.adviser
FROM nomination n
JOIN nomination t ON t.store_id = n.store_id AND t.month = n.month AND t.recipient_no = n.recipient_no
    AND t.adviser_folded = n.adviser_folded
    AND t.adviser_twin <> 0 AND t.state <> 'withdrawn'
WHERE n.store_id = :store_id AND n.state <> 'withdrawn'
ORDER BY 1, 2, 3
