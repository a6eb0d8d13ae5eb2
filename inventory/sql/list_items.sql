-- The whole catalog.
-- @many
SELECT * FROM item WHERE store_id = :store_id ORDER BY sku
