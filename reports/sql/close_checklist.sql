-- What is left to do in a month before it is closed: counts, boxes, notes, bills. Of the newest counts.
-- @one
SELECT
    (SELECT COUNT(*)
     FROM (SELECT store_id, count_no, counted_on FROM count_session WHERE store_id = :store_id
           ORDER BY count_no DESC LIMIT 100) c
     WHERE c.counted_on <= :last_day AND NOT EXISTS (
         SELECT 1 FROM count_end e WHERE e.store_id = c.store_id AND e.count_no = c.count_no)) AS open_counts,
    (SELECT COUNT(*) FROM planned_box
     WHERE store_id = :store_id AND state = 'planned' AND month >= :first_open AND month <= :month) AS planned_boxes,
    (SELECT COUNT(*) FROM box WHERE store_id = :store_id AND state = 'packed' AND month <= :month) AS packed_boxes,
    (SELECT COUNT(*) FROM box b
     WHERE b.store_id = :store_id AND b.month = :month AND b.state = 'given' AND EXISTS (
         SELECT 1 FROM note_signature s
         WHERE s.store_id = b.store_id AND s.box_no = b.box_no AND s.signed_event = 0)) AS unsigned_notes,
    (SELECT COUNT(*)
     FROM month_total t
     JOIN movement m ON m.store_id = t.store_id AND m.seq BETWEEN t.first_movement AND t.last_movement
     JOIN lot l ON l.store_id = m.store_id AND l.lot_no = m.lot_no
     WHERE t.store_id = :store_id AND t.month = :month AND m.moved_on / 100 = :month AND m.kind = 'receipt'
         AND l.source = 'purchase'
         AND NOT EXISTS (
             SELECT 1 FROM bill_lot b WHERE b.store_id = l.store_id AND b.lot_no = l.lot_no AND NOT EXISTS (
                 SELECT 1 FROM bill_reversal x WHERE x.store_id = b.store_id AND x.bill_no = b.bill_no))
         AND NOT EXISTS (
             SELECT 1 FROM movement r
             WHERE r.store_id = l.store_id AND r.lot_no = l.lot_no AND r.kind = 'reversal')) AS unbilled_receipts
