-- What bills charge for lots, of the bills that some events recorded, and the opposite of the ones that some events
-- reversed, by event and bill. closed_month is the last month that was closed at that event; 0 for none. Months that
-- were opened again since count: what was booked stays where it is.
-- @many
-- @integer closed_month
SELECT f.bill_no, b.reference, f.moved_on AS billed_on, f.event_seq, f.sign * x.amount_minor AS amount_minor,
    (SELECT l.source FROM lot l WHERE l.store_id = :store_id AND l.lot_no = x.lot_no) AS source,
    COALESCE((
        SELECT MAX(c.month) FROM (
            SELECT month, event_seq, 0 AS ended FROM closed_month WHERE store_id = :store_id
            UNION ALL
            SELECT month, closed_event AS event_seq, event_seq AS ended FROM reopened_month
            WHERE store_id = :store_id
        ) AS c
        WHERE c.event_seq < f.event_seq AND (c.ended = 0 OR c.ended > f.event_seq)), 0)
        AS closed_month
FROM (
    SELECT n.bill_no, n.billed_on AS moved_on, n.event_seq, 1 AS sign
    FROM bill n
    WHERE n.store_id = :store_id AND n.event_seq > :after_event AND n.event_seq <= :through_event
    UNION ALL
    SELECT r.bill_no, r.reversed_on AS moved_on, r.event_seq, -1 AS sign
    FROM bill_reversal r
    WHERE r.store_id = :store_id AND r.event_seq > :after_event AND r.event_seq <= :through_event
) f
JOIN bill b ON b.store_id = :store_id AND b.bill_no = f.bill_no
JOIN bill_lot x ON x.store_id = :store_id AND x.bill_no = b.bill_no
ORDER BY f.event_seq, f.bill_no, x.lot_no
