-- One item by SKU.
-- @optional
SELECT * FROM item WHERE store_id = :store_id AND sku = :sku
