-- The lots of a bill: what it charges for each, by how much its cost changed by that, and the day it was reversed.
-- @many
-- @null reversed_on
SELECT l.lot_no, i.sku, i.name, l.amount_minor, COALESCE(m.cost_minor, 0) AS change_minor, r.moved_on AS reversed_on
FROM bill_lot l
JOIN lot o ON o.store_id = l.store_id AND o.lot_no = l.lot_no
JOIN item i ON i.store_id = o.store_id AND i.item_no = o.item_no
LEFT JOIN receipt_correction c ON c.store_id = l.store_id AND c.event_seq = l.event_seq AND c.lot_no = l.lot_no
LEFT JOIN movement m ON m.store_id = c.store_id AND m.seq = c.seq
LEFT JOIN movement r ON r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal'
WHERE l.store_id = :store_id AND l.bill_no = :bill_no
ORDER BY l.lot_no
