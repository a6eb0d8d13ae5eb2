-- Items after a given one, with their texts and folded forms.
-- @many
SELECT item_no, sku, barcode, sku_folded, barcode_folded, sku_twin
FROM item
WHERE store_id = :store_id AND item_no > :after
ORDER BY item_no
LIMIT :most
