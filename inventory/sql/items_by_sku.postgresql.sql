-- Items without their lots.
SELECT item_no, sku, kind, retired, reserved_units, imprinted FROM item WHERE store_id = :store_id
    AND sku = ANY (CAST(:sku AS text[])) ORDER BY item_no
