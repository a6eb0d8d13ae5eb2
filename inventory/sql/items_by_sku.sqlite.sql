-- One item a run, without its lots. Binds: store_id, sku. Returns: item_no, sku, kind, retired, null.
SELECT item_no, sku, kind, retired, NULL FROM item WHERE store_id = :store_id AND sku = :sku
