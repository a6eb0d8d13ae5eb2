-- A lot with the movement that brought it, and the day it was reversed.
-- @optional
-- @null reversed_on
-- @text reference
SELECT i.sku, l.received_on, l.units, l.cost_minor, l.source, COALESCE(l.reference, '') AS reference, m.seq,
    r.moved_on AS reversed_on
FROM lot l
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
JOIN month_total t ON t.store_id = l.store_id AND t.month = l.received_on / 100
JOIN movement m ON m.store_id = l.store_id AND m.seq BETWEEN t.first_movement AND t.last_movement
    AND m.lot_no = l.lot_no AND m.units > 0
LEFT JOIN movement r ON r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal'
WHERE l.store_id = :store_id AND l.lot_no = :lot_no
