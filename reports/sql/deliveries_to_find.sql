-- What came on one day from one supplier under one reference, in a delivery or without one, the newest first, among the
-- last `window` lots, as their last corrections have them.
-- @many
-- @text reference, supplier
-- @integer lot_no, lots
SELECT l.received_on, COALESCE(c.supplier, l.supplier) AS supplier, COALESCE(c.reference, l.reference, '') AS reference,
    l.delivery_no, MIN(l.lot_no) AS lot_no, CAST(COUNT(*) AS BIGINT) AS lots
FROM lot l
LEFT JOIN receipt_correction c ON c.store_id = l.store_id AND c.lot_no = l.lot_no AND c.seq = (
    SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = l.store_id AND x.lot_no = l.lot_no)
WHERE l.store_id = :store_id AND l.source IN ('purchase', 'parts_transfer')
    AND (l.supplier <> '' OR l.reference IS NOT NULL)
    AND l.lot_no > (SELECT COALESCE(MAX(n.lot_no), 0) FROM lot n WHERE n.store_id = :store_id) - :window
GROUP BY l.delivery_no, l.received_on, COALESCE(c.supplier, l.supplier), COALESCE(c.reference, l.reference, '')
ORDER BY MAX(l.lot_no) DESC
LIMIT :most
