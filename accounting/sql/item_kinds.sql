-- The kind of every item.
-- @many
SELECT item_no, kind, sku FROM item WHERE store_id = :store_id ORDER BY item_no
