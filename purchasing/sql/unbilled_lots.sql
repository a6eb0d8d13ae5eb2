-- The lots after a number that were bought, not reversed, and are on no bill that was not reversed, as their last
-- corrections have them.
-- @many
-- @text reference, supplier
SELECT l.lot_no, i.sku, i.name, l.received_on, COALESCE(c.units, l.units) AS units,
    COALESCE(c.cost_minor, l.cost_minor) AS cost_minor, COALESCE(c.reference, l.reference, '') AS reference,
    COALESCE(c.supplier, l.supplier) AS supplier, l.delivery_no
FROM lot l
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
LEFT JOIN receipt_correction c ON c.store_id = l.store_id AND c.lot_no = l.lot_no AND c.seq = (
    SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = l.store_id AND x.lot_no = l.lot_no)
WHERE l.store_id = :store_id AND l.lot_no > :after AND l.source = 'purchase'
    AND NOT EXISTS (
        SELECT 1 FROM bill_lot b WHERE b.store_id = l.store_id AND b.lot_no = l.lot_no AND NOT EXISTS (
            SELECT 1 FROM bill_reversal x WHERE x.store_id = b.store_id AND x.bill_no = b.bill_no))
    AND NOT EXISTS (
        SELECT 1 FROM movement r WHERE r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal')
ORDER BY l.lot_no
LIMIT :most
