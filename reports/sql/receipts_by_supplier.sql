-- What came from each supplier in some months and what went back, by the supplier of the receipt that a movement is
-- about, as corrected last.
-- @many
-- @text supplier
SELECT COALESCE(c.supplier, l.supplier) AS supplier, l.source,
    CAST(SUM(CASE WHEN m.kind = 'receipt' THEN 1 ELSE 0 END) AS BIGINT) AS receipts,
    CAST(SUM(m.units) AS BIGINT) AS units,
    CAST(SUM(CASE WHEN m.kind = 'receipt' THEN m.cost_minor ELSE 0 END) AS BIGINT) AS received_minor,
    CAST(SUM(CASE WHEN m.kind = 'correction' THEN m.cost_minor ELSE 0 END) AS BIGINT) AS corrected_minor,
    CAST(SUM(CASE WHEN m.kind = 'reversal' THEN m.cost_minor ELSE 0 END) AS BIGINT) AS reversed_minor,
    CAST(SUM(CASE WHEN m.kind IN ('supplier-return', 'supplier-return-reversal', 'credit') THEN m.cost_minor ELSE 0 END)
        AS BIGINT) AS returned_minor
FROM month_total t
JOIN movement m ON m.store_id = t.store_id AND m.seq BETWEEN t.first_movement AND t.last_movement
    AND m.moved_on / 100 = t.month
LEFT JOIN movement o ON o.store_id = m.store_id AND o.seq = m.corrects
JOIN lot l ON l.store_id = m.store_id AND l.lot_no = COALESCE(o.lot_no, m.lot_no)
LEFT JOIN receipt_correction c ON c.store_id = l.store_id AND c.lot_no = l.lot_no AND c.seq = (
    SELECT MAX(n.seq) FROM receipt_correction n WHERE n.store_id = l.store_id AND n.lot_no = l.lot_no)
WHERE t.store_id = :store_id AND t.month BETWEEN :first_month AND :last_month AND t.first_movement > 0
    AND m.kind IN ('receipt', 'correction', 'reversal', 'supplier-return', 'supplier-return-reversal', 'credit')
GROUP BY COALESCE(c.supplier, l.supplier), l.source
ORDER BY supplier, l.source
