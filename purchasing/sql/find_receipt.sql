-- A lot as its last correction has it, with the movement that brought it, and the day it was reversed.
-- @optional
-- @null reversed_on
-- @text reference, supplier
SELECT i.sku, l.received_on, COALESCE(c.units, l.units) AS units, COALESCE(c.cost_minor, l.cost_minor) AS cost_minor,
    l.source, COALESCE(c.reference, l.reference, '') AS reference, COALESCE(c.supplier, l.supplier) AS supplier, l.line,
    m.seq, r.moved_on AS reversed_on
FROM lot l
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
JOIN month_total t ON t.store_id = l.store_id AND t.month = l.received_on / 100
JOIN movement m ON m.store_id = l.store_id AND m.seq BETWEEN t.first_movement AND t.last_movement
    AND m.lot_no = l.lot_no AND m.units > 0 AND m.corrects IS NULL
LEFT JOIN receipt_correction c ON c.store_id = l.store_id AND c.lot_no = l.lot_no AND c.seq = (
    SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = l.store_id AND x.lot_no = l.lot_no)
LEFT JOIN movement r ON r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal'
WHERE l.store_id = :store_id AND l.lot_no = :lot_no
