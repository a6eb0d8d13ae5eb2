-- One item a run, without its lots. Binds: store_id, sku. Returns: item_no, sku, kind, retired, reserved_units, null.
SELECT item_no, sku, kind, retired, reserved_units, NULL FROM item WHERE store_id = :store_id AND sku = :sku
