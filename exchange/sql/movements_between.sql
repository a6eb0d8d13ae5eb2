-- Movements by number, in the order recorded.
-- @many
-- @null source, supplier, line, receipt_reason, corrected_reference, corrected_supplier
SELECT m.seq, m.moved_on, m.kind, m.item_no, m.lot_no, m.units, m.cost_minor, m.box_no, m.reason, m.event_seq,
    m.corrects, i.sku, e.actor, e.recorded_at, l.reference, l.source, l.supplier, l.line,
    l.reason AS receipt_reason, c.reference AS corrected_reference, c.supplier AS corrected_supplier
FROM movement m
JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
LEFT JOIN lot l ON l.store_id = m.store_id AND l.lot_no = m.lot_no AND m.units > 0
LEFT JOIN receipt_correction c ON m.kind = 'correction' AND c.store_id = m.store_id AND c.lot_no = m.lot_no
    AND c.seq = m.seq
JOIN event e ON e.store_id = m.store_id AND e.event_seq = m.event_seq
WHERE m.store_id = :store_id AND m.seq > :after AND m.seq <= :upto
ORDER BY m.seq
