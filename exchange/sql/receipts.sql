-- Receipts of a period, by lot, each as its last correction in the period has it. A receipt and its reversal are left
-- out if both are in it. A correction of an earlier receipt has the units and cost by which it changed, a reversal of
-- one negative ones.
-- @many
-- @text reference, supplier
-- @null reference
SELECT l.received_on, i.sku, COALESCE(c.units, l.units) AS units, COALESCE(c.cost_minor, l.cost_minor) AS cost_minor,
    COALESCE(c.reference, l.reference) AS reference, COALESCE(c.supplier, l.supplier) AS supplier, l.source, l.line,
    l.lot_no, l.reason
FROM lot l
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
LEFT JOIN receipt_correction c ON c.store_id = l.store_id AND c.lot_no = l.lot_no AND c.seq = (
    SELECT MAX(x.seq)
    FROM receipt_correction x
    JOIN movement m ON m.store_id = x.store_id AND m.seq = x.seq
    WHERE x.store_id = l.store_id AND x.lot_no = l.lot_no AND m.moved_on <= :last)
LEFT JOIN movement r ON r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal'
WHERE l.store_id = :store_id AND l.source IN ('purchase', 'parts_transfer') AND l.received_on BETWEEN :first AND :last
    AND (r.moved_on IS NULL OR r.moved_on > :last)
UNION ALL
SELECT m.moved_on, i.sku, m.units, m.cost_minor, c.reference, c.supplier, l.source, l.line, l.lot_no, m.reason
FROM receipt_correction c
JOIN movement m ON m.store_id = c.store_id AND m.seq = c.seq
JOIN lot l ON l.store_id = c.store_id AND l.lot_no = c.lot_no
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
WHERE c.store_id = :store_id AND m.moved_on BETWEEN :first AND :last AND l.received_on < :first
    AND (m.units <> 0 OR m.cost_minor <> 0)
UNION ALL
SELECT r.moved_on, i.sku, r.units, r.cost_minor, COALESCE(c.reference, l.reference), COALESCE(c.supplier, l.supplier),
    l.source, l.line, l.lot_no, r.reason
FROM movement r
JOIN lot l ON l.store_id = r.store_id AND l.lot_no = r.lot_no
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
LEFT JOIN receipt_correction c ON c.store_id = l.store_id AND c.lot_no = l.lot_no AND c.seq = (
    SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = l.store_id AND x.lot_no = l.lot_no)
WHERE r.store_id = :store_id AND r.kind = 'reversal' AND r.moved_on BETWEEN :first AND :last
    AND l.received_on < :first
ORDER BY 9, 3 DESC, 4
