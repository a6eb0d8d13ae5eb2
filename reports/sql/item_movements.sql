-- The movements of one item among those numbered from first_seq on and below before, newest first. Binds: store_id, item_no, first_seq, before.
-- Returns: seq, moved_on, kind, lot_no, units, cost, box_no, reason, reference of the lot, actor.
SELECT m.seq, m.moved_on, m.kind, m.lot_no, m.units, m.cost_minor, m.box_no, COALESCE(m.reason, ''), COALESCE(l.reference, ''), e.actor
FROM movement m
JOIN lot l ON l.store_id = m.store_id AND l.lot_no = m.lot_no
JOIN event e ON e.store_id = m.store_id AND e.event_seq = m.event_seq
WHERE m.store_id = :store_id AND m.item_no = :item_no AND m.seq >= :first_seq AND m.seq < :before
ORDER BY m.seq DESC
