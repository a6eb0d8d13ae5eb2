-- The SKU of every item.
-- @many
SELECT item_no, sku FROM item WHERE store_id = :store_id ORDER BY item_no
