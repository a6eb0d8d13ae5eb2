-- The freight with a reference, of any supplier.
-- @many
SELECT delivery_no, amount_minor, supplier
FROM freight
WHERE store_id = :store_id AND reference = :reference
ORDER BY freight_no
