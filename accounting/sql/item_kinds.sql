-- The kind of every item. Binds: store_id. Returns: item_no, kind, sku.
SELECT item_no, kind, sku FROM item WHERE store_id = :store_id ORDER BY item_no
