-- One item a run, as it is now.
-- @many
-- @each sku
SELECT * FROM item WHERE store_id = :store_id AND sku = :sku
