-- The returns to suppliers of a period that were not reversed, in the order recorded, each with its receipt as last
-- corrected and its credit.
-- @many
-- @null credited_on
-- @text receipt, receipt_supplier, reason, credit_note
SELECT m.moved_on, COALESCE(c.reference, l.reference, '') AS receipt,
    COALESCE(c.supplier, l.supplier) AS receipt_supplier, i.sku, l.line,
    CAST(-m.units AS BIGINT) AS units, COALESCE(m.reason, '') AS reason, k.moved_on AS credited_on,
    COALESCE(k.reason, '') AS credit_note, CAST(-m.cost_minor - COALESCE(k.cost_minor, 0) AS BIGINT) AS credit_minor
FROM movement m
JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
JOIN lot l ON l.store_id = m.store_id AND l.lot_no = m.lot_no
LEFT JOIN receipt_correction c ON c.store_id = l.store_id AND c.lot_no = l.lot_no AND c.seq = (
    SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = l.store_id AND x.lot_no = l.lot_no)
LEFT JOIN movement k ON k.store_id = m.store_id AND k.corrects = m.seq AND k.kind = 'credit'
WHERE m.store_id = :store_id AND m.kind = 'supplier-return' AND m.moved_on BETWEEN :first AND :last AND NOT EXISTS (
    SELECT 1 FROM movement r
    WHERE r.store_id = m.store_id AND r.corrects = m.seq
        AND (r.kind = 'write-off-reversal' OR r.kind = 'count-reversal' OR r.kind = 'supplier-return-reversal'))
ORDER BY m.seq
