-- Movements of a month with numbers after the given one, of some kinds, each between commas. source and is_freight are
-- as in roll_forward; reference and supplier are those of the lot's receipt.
-- @many
-- @integer is_freight
-- @text reference, reason
SELECT m.seq, m.moved_on, m.kind, i.sku, m.lot_no, m.units, m.cost_minor, m.box_no, m.event_seq, l.source,
    COALESCE(l.reference, '') AS reference, COALESCE(m.reason, '') AS reason,
    CASE WHEN e.action IN ('stock.freight', 'stock.reverse_freight', 'import.freight') THEN 1 ELSE 0 END AS is_freight
FROM month_total t
JOIN movement m ON m.store_id = t.store_id AND m.seq BETWEEN t.first_movement AND t.last_movement
    AND m.moved_on / 100 = t.month
JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
JOIN lot l ON l.store_id = m.store_id AND l.lot_no = m.lot_no
LEFT JOIN event e ON m.kind = 'correction' AND e.store_id = m.store_id AND e.event_seq = m.event_seq
WHERE t.store_id = :store_id AND t.month = :month AND t.first_movement > 0 AND m.seq > :after
    AND CAST(:kinds AS text) LIKE '%,' || m.kind || ',%'
ORDER BY m.seq
LIMIT :most
