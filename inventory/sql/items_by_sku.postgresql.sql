-- Items without their lots. Binds: store_id, sku (array). Returns: item_no, sku, kind, retired, reserved_units, null.
SELECT item_no, sku, kind, retired, reserved_units, NULL FROM item WHERE store_id = :store_id AND sku = ANY (CAST(:sku AS text[])) ORDER BY item_no
