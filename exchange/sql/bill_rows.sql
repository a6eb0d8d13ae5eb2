-- The lots of the bills dated in a period, without what was reversed, each with its receipt as last corrected.
-- @many
-- @text receipt, receipt_supplier
SELECT b.supplier, b.reference, b.billed_on, COALESCE(c.reference, o.reference, '') AS receipt,
    COALESCE(c.supplier, o.supplier) AS receipt_supplier, i.sku, o.line, l.amount_minor
FROM bill b
JOIN bill_lot l ON l.store_id = b.store_id AND l.bill_no = b.bill_no
JOIN lot o ON o.store_id = l.store_id AND o.lot_no = l.lot_no
JOIN item i ON i.store_id = o.store_id AND i.item_no = o.item_no
LEFT JOIN receipt_correction c ON c.store_id = o.store_id AND c.lot_no = o.lot_no AND c.seq = (
    SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = o.store_id AND x.lot_no = o.lot_no)
WHERE b.store_id = :store_id AND b.billed_on BETWEEN :first AND :last
    AND NOT EXISTS (SELECT 1 FROM bill_reversal r WHERE r.store_id = b.store_id AND r.bill_no = b.bill_no)
    AND NOT EXISTS (
        SELECT 1 FROM movement r WHERE r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal')
ORDER BY b.bill_no, l.lot_no
