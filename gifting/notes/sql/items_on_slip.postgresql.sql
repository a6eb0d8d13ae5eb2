-- Items as they are now.
SELECT * FROM item WHERE store_id = :store_id AND sku = ANY (CAST(:sku AS text[])) ORDER BY sku
