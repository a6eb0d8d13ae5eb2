-- The returns to suppliers before a number, newest first, each with its receipt as corrected, its credit, and the
-- movement that reverses it.
-- @many
-- @null credited_on, reversed_on
-- @text reference, supplier, reason, credit_reference
-- @integer reversed_by
SELECT m.seq, m.moved_on, m.lot_no, i.sku, i.name, m.units, m.cost_minor, COALESCE(m.reason, '') AS reason,
    COALESCE(c.reference, l.reference, '') AS reference, COALESCE(c.supplier, l.supplier) AS supplier,
    k.moved_on AS credited_on, COALESCE(k.reason, '') AS credit_reference,
    COALESCE(k.cost_minor, 0) AS variance_minor, r.moved_on AS reversed_on, COALESCE(r.seq, 0) AS reversed_by
FROM movement m
JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
JOIN lot l ON l.store_id = m.store_id AND l.lot_no = m.lot_no
LEFT JOIN receipt_correction c ON c.store_id = l.store_id AND c.lot_no = l.lot_no AND c.seq = (
    SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = l.store_id AND x.lot_no = l.lot_no)
LEFT JOIN movement k ON k.store_id = m.store_id AND k.corrects = m.seq AND k.kind = 'credit'
LEFT JOIN movement r ON r.store_id = m.store_id AND r.corrects = m.seq
    AND (r.kind = 'write-off-reversal' OR r.kind = 'count-reversal'
        OR r.kind = 'supplier-return-reversal')
WHERE m.store_id = :store_id AND m.seq < :before AND m.kind = 'supplier-return'
ORDER BY m.seq DESC
LIMIT :most
