-- The names of items that are not retired.
-- @many
SELECT sku, name FROM item WHERE store_id = :store_id AND retired = 0 ORDER BY sku
