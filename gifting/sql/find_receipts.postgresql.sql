-- The receipts of keys. Binds: store_id, reference (array), sku (array). Returns: reference, sku, units, cost, received_on, supplier, source.
SELECT l.reference, i.sku, l.units, l.cost_minor, l.received_on, l.supplier, l.source
FROM unnest(CAST(:reference AS text[]), CAST(:sku AS text[])) AS k (reference, sku)
JOIN item i ON i.store_id = :store_id AND i.sku = k.sku
JOIN lot l ON l.store_id = :store_id AND l.reference = k.reference AND l.item_no = i.item_no
ORDER BY l.lot_no
