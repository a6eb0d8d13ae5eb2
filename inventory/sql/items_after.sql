-- The items whose SKUs follow one.
-- @many
SELECT * FROM item WHERE store_id = :store_id AND sku > :after ORDER BY sku LIMIT :most
