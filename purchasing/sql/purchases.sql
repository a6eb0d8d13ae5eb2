-- Every lot that was bought from somebody, the newest first, as its last correction has it.
-- @many
-- @null reversed_on
-- @text supplier, reference
SELECT l.lot_no, i.sku, i.name, l.received_on, COALESCE(c.units, l.units) AS units,
    COALESCE(c.cost_minor, l.cost_minor) AS cost_minor, COALESCE(c.reference, l.reference, '') AS reference,
    COALESCE(c.supplier, l.supplier) AS supplier, r.moved_on AS reversed_on
FROM lot l
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
LEFT JOIN receipt_correction c ON c.store_id = l.store_id AND c.lot_no = l.lot_no AND c.seq = (
    SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = l.store_id AND x.lot_no = l.lot_no)
LEFT JOIN movement r ON r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal'
WHERE l.store_id = :store_id AND l.source = 'purchase' AND l.lot_no < :below AND COALESCE(c.supplier, l.supplier) <> ''
ORDER BY l.lot_no DESC
