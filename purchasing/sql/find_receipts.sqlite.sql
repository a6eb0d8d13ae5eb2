-- The receipts with one key per run, of any supplier and line, without reversed ones. A corrected receipt has the key
-- of its last correction.
-- @many
-- @each reference, sku
SELECT l.reference, i.sku, l.units, l.cost_minor, l.received_on, l.supplier, l.source, l.line, l.lot_no
FROM item i
JOIN lot l ON l.store_id = i.store_id AND l.reference = :reference AND l.item_no = i.item_no
WHERE i.store_id = :store_id AND i.sku = :sku AND NOT EXISTS (
    SELECT 1 FROM movement r WHERE r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal')
    AND NOT EXISTS (SELECT 1 FROM receipt_correction c WHERE c.store_id = l.store_id AND c.lot_no = l.lot_no)
UNION ALL
SELECT c.reference, i.sku, c.units, c.cost_minor, l.received_on, c.supplier, l.source, l.line, l.lot_no
FROM receipt_correction c
JOIN lot l ON l.store_id = c.store_id AND l.lot_no = c.lot_no
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
WHERE c.store_id = :store_id AND c.reference = :reference AND i.sku = :sku AND NOT EXISTS (
    SELECT 1 FROM movement r WHERE r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal')
    AND NOT EXISTS (
        SELECT 1 FROM receipt_correction x WHERE x.store_id = c.store_id AND x.lot_no = c.lot_no AND x.seq > c.seq)
