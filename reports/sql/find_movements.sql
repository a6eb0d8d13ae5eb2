-- Movements numbered from first_seq to below before, newest first, each with the movement that it corrects, the one
-- that reverses it, and the days on which a receipt was corrected last and a return to the supplier credited. item_no
-- and lot_no may be 0, and kinds, each between commas, may be empty, for any. The reference is the receipt's, for a
-- correction the corrected one.
-- @many
-- @null original_on, corrected_on, reversed_on, reversed_by, credited_on
-- @text reason, reference, original_kind
SELECT m.seq, m.moved_on, m.kind, i.sku, m.lot_no, m.units, m.cost_minor, m.box_no,
    COALESCE(m.reason, '') AS reason, COALESCE(c.reference, l.reference, '') AS reference, e.actor, m.corrects,
    o.moved_on AS original_on, COALESCE(o.kind, '') AS original_kind, d.moved_on AS credited_on,
    k.moved_on AS corrected_on, COALESCE(r.seq, a.seq) AS reversed_by,
    COALESCE(r.moved_on, a.moved_on) AS reversed_on
FROM movement m
JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
JOIN lot l ON l.store_id = m.store_id AND l.lot_no = m.lot_no
JOIN event e ON e.store_id = m.store_id AND e.event_seq = m.event_seq
LEFT JOIN receipt_correction c ON m.kind = 'correction' AND c.store_id = m.store_id AND c.lot_no = m.lot_no
    AND c.seq = m.seq
LEFT JOIN movement o ON o.store_id = m.store_id AND o.seq = m.corrects
LEFT JOIN movement k ON k.store_id = m.store_id AND k.corrects = m.seq AND k.kind = 'correction' AND k.seq = (
    SELECT MAX(x.seq) FROM receipt_correction x WHERE x.store_id = m.store_id AND x.lot_no = m.lot_no)
LEFT JOIN movement r ON r.store_id = m.store_id AND r.lot_no = m.lot_no AND r.kind = 'reversal' AND r.corrects = m.seq
LEFT JOIN movement a ON a.store_id = m.store_id AND a.corrects = m.seq
    AND (a.kind = 'write-off-reversal' OR a.kind = 'count-reversal'
        OR a.kind = 'supplier-return-reversal')
LEFT JOIN movement d ON d.store_id = m.store_id AND d.corrects = m.seq AND d.kind = 'credit'
WHERE m.store_id = :store_id AND m.seq >= :first_seq AND m.seq < :before
    AND (CAST(:item_no AS bigint) = 0 OR m.item_no = :item_no)
    AND (CAST(:lot_no AS bigint) = 0 OR m.lot_no = :lot_no)
    AND m.moved_on BETWEEN :first_day AND :last_day
    AND (CAST(:kinds AS text) = '' OR CAST(:kinds AS text) LIKE '%,' || m.kind || ',%')
ORDER BY m.seq DESC
LIMIT :most
