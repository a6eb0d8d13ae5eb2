-- The items that have a picture, with its digest.
-- @many
SELECT i.sku, p.item_no, p.digest
FROM item_picture p
JOIN item i ON i.store_id = p.store_id AND i.item_no = p.item_no
WHERE p.store_id = :store_id
ORDER BY i.sku
