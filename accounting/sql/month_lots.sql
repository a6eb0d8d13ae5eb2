-- The lots that movements dated in a month put on the shelf: the columns of a fact. The movements bound are the span of
-- the month.
-- @many
SELECT l.lot_no, l.item_no, l.received_on, l.units, l.cost_minor, l.source, l.reference, l.supplier, l.line, l.reason,
    l.delivery_no
FROM movement m
JOIN lot l ON l.store_id = m.store_id AND l.lot_no = m.lot_no
WHERE m.store_id = :store_id AND m.seq BETWEEN :first_movement AND :last_movement AND m.moved_on / 100 = :month
    AND m.units > 0 AND m.kind <> 'correction'
ORDER BY m.seq
