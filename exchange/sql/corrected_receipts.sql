-- The reference and supplier that corrections gave to receipts, by movement.
-- @many
SELECT seq, reference, supplier
FROM receipt_correction
WHERE store_id = :store_id
ORDER BY seq
