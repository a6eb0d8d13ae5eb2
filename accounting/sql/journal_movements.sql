-- A page of the movements of some days that some events recorded, each with the receipt that it is about: that of the
-- movement it corrects, or of its own lot. is_freight: a correction that spreads freight, or takes that back.
-- @many
-- @integer is_freight
-- @null source, reference, lot_reference
SELECT m.seq, m.moved_on, m.kind, m.lot_no, m.cost_minor, m.box_no, m.event_seq, i.kind AS item_kind, l.source,
    l.reference, o.reference AS lot_reference,
    CASE WHEN m.kind = 'correction' AND (e.action IN ('stock.freight', 'import.freight') OR EXISTS (
            SELECT 1 FROM freight_reversal r WHERE r.store_id = m.store_id AND r.event_seq = m.event_seq))
        THEN 1 ELSE 0 END AS is_freight
FROM movement m
JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
JOIN event e ON e.store_id = m.store_id AND e.event_seq = m.event_seq
LEFT JOIN movement c ON c.store_id = m.store_id AND c.seq = m.corrects
LEFT JOIN lot o ON o.store_id = m.store_id AND o.lot_no = m.lot_no
LEFT JOIN lot l ON l.store_id = m.store_id AND l.lot_no = COALESCE(c.lot_no, m.lot_no)
WHERE m.store_id = :store_id AND m.seq > :after AND m.seq <= :upto AND m.moved_on BETWEEN :first AND :last
    AND m.event_seq > :after_event AND m.event_seq <= :through_event
ORDER BY m.seq
