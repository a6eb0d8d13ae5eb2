-- What bills charge for lots, of the bills that some events recorded, by bill. closed_month is the last month that was
-- closed when the bill was recorded; 0 for none.
-- @many
-- @integer closed_month
SELECT b.bill_no, b.reference, b.billed_on, b.event_seq, x.amount_minor, l.source,
    COALESCE((SELECT MAX(c.month) FROM closed_month c WHERE c.store_id = b.store_id AND c.event_seq < b.event_seq), 0)
        AS closed_month
FROM bill b
JOIN bill_lot x ON x.store_id = b.store_id AND x.bill_no = b.bill_no
JOIN lot l ON l.store_id = x.store_id AND l.lot_no = x.lot_no
WHERE b.store_id = :store_id AND b.event_seq > :after_event AND b.event_seq <= :through_event
ORDER BY b.bill_no, x.lot_no
