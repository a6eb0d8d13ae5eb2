-- The receipts with the given keys, of any supplier and line, without reversed ones. A corrected receipt has the key of
-- its last correction. Keys come first, with BETWEEN instead of an equals sign, so that the index by reference and item
-- is used: an item alone may have any number of lots, and a reference alone any number of items.
WITH wanted AS MATERIALIZED (
    SELECT k.reference, i.sku, i.item_no
    FROM unnest(CAST(:reference AS text[]), CAST(:sku AS text[])) AS k (reference, sku)
    JOIN item i ON i.store_id = :store_id AND i.sku = k.sku
), corrected AS MATERIALIZED (
    SELECT c.lot_no, c.reference, c.units, c.cost_minor, c.supplier, w.sku, w.item_no
    FROM wanted w
    JOIN receipt_correction c ON c.store_id = :store_id AND c.reference = w.reference
    WHERE c.seq = (
        SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = c.store_id AND x.lot_no = c.lot_no)
)
SELECT l.reference, w.sku, l.units, l.cost_minor, l.received_on, l.supplier, l.source, l.line, l.lot_no
FROM wanted w
JOIN lot l ON l.store_id = :store_id AND l.reference = w.reference AND l.item_no BETWEEN w.item_no AND w.item_no
WHERE NOT EXISTS (
    SELECT 1 FROM movement r WHERE r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal')
    AND NOT EXISTS (SELECT 1 FROM receipt_correction c WHERE c.store_id = l.store_id AND c.lot_no = l.lot_no)
UNION ALL
SELECT c.reference, c.sku, c.units, c.cost_minor, l.received_on, c.supplier, l.source, l.line, l.lot_no
FROM corrected c
JOIN lot l ON l.store_id = :store_id AND l.lot_no = c.lot_no
WHERE l.item_no = c.item_no AND NOT EXISTS (
    SELECT 1 FROM movement r WHERE r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal')
ORDER BY lot_no
