-- The SKU of every item. Binds: store_id. Returns: item_no, sku.
SELECT item_no, sku FROM item WHERE store_id = :store_id ORDER BY item_no
