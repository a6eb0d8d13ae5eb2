-- The receipts with one key per run, of any supplier and line, without reversed ones.
-- @many
-- @each reference, sku
SELECT l.reference, i.sku, l.units, l.cost_minor, l.received_on, l.supplier, l.source, l.line, l.lot_no
FROM item i
JOIN lot l ON l.store_id = i.store_id AND l.reference = :reference AND l.item_no = i.item_no
WHERE i.store_id = :store_id AND i.sku = :sku AND NOT EXISTS (
    SELECT 1 FROM movement r WHERE r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal')
