-- What one change of the books moved of an item with a write-off or a count, from the movement seq on and before it, by
-- number; each with the movement that reverses it. None if there is no such movement.
-- @many
-- @null reversed_on, reversed_by
-- @text reason
SELECT m.seq, m.moved_on, m.kind, i.sku, i.name, m.lot_no, m.units, m.cost_minor, COALESCE(m.reason, '') AS reason,
    r.moved_on AS reversed_on, r.seq AS reversed_by
FROM movement o
JOIN month_total t ON t.store_id = o.store_id AND t.month = o.moved_on / 100
JOIN movement m ON m.store_id = o.store_id AND m.seq BETWEEN t.first_movement AND t.last_movement
    AND m.event_seq = o.event_seq AND m.kind = o.kind AND m.item_no = o.item_no AND m.moved_on = o.moved_on
JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
LEFT JOIN movement r ON r.store_id = m.store_id AND r.corrects = m.seq
    AND (r.kind = 'write-off-reversal' OR r.kind = 'count-reversal'
        OR r.kind = 'supplier-return-reversal')
WHERE o.store_id = :store_id AND o.seq = :seq
ORDER BY m.seq
