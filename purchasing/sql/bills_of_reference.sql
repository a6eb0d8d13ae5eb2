-- The bills with a number that were not reversed, of any supplier.
-- @many
SELECT b.bill_no, b.supplier
FROM bill b
WHERE b.store_id = :store_id AND b.reference = :reference AND NOT EXISTS (
    SELECT 1 FROM bill_reversal r WHERE r.store_id = b.store_id AND r.bill_no = b.bill_no)
ORDER BY b.bill_no
