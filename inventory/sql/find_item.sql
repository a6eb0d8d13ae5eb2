-- One item by SKU. Binds: store_id, sku. Rows: one or none. Returns: item_no, then the columns of Item in order.
SELECT item_no, sku, name, kind, category, unit, size, barcode, supplier, reorder_level, par_level, pack_size, lead_days,
    imprinted, retired
FROM item
WHERE store_id = :store_id AND sku = :sku
