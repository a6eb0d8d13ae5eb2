-- Movements of a period in the order recorded. Binds: store_id, first, last (days).
-- Returns: seq, moved_on, kind, sku, lot_no, units, cost, box_no, reference of the receipt (receipts only), reason, actor, recorded_at.
SELECT m.seq, m.moved_on, m.kind, i.sku, m.lot_no, m.units, m.cost_minor, m.box_no,
    CASE WHEN m.kind = 'receipt' THEN l.reference END, m.reason, e.actor, e.recorded_at
FROM movement m
JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
LEFT JOIN lot l ON l.store_id = m.store_id AND l.lot_no = m.lot_no AND m.kind = 'receipt'
JOIN event e ON e.store_id = m.store_id AND e.event_seq = m.event_seq
WHERE m.store_id = :store_id AND m.moved_on BETWEEN :first AND :last
ORDER BY m.seq
