-- The bill that a lot is on, of those that were not reversed.
-- @optional
SELECT b.reference
FROM bill_lot l
JOIN bill b ON b.store_id = l.store_id AND b.bill_no = l.bill_no
WHERE l.store_id = :store_id AND l.lot_no = :lot_no AND NOT EXISTS (
    SELECT 1 FROM bill_reversal r WHERE r.store_id = l.store_id AND r.bill_no = l.bill_no)
