-- The items whose SKUs come after a given one.
-- @many
SELECT * FROM item WHERE store_id = :store_id AND sku > :after ORDER BY sku LIMIT :most
