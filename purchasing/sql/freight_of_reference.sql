-- The freight with a reference that was not reversed, of any supplier.
-- @many
SELECT f.freight_no, f.supplier
FROM freight f
WHERE f.store_id = :store_id AND f.reference = :reference AND NOT EXISTS (
    SELECT 1 FROM freight_reversal r WHERE r.store_id = f.store_id AND r.freight_no = f.freight_no)
ORDER BY f.freight_no
