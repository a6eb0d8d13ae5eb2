-- The bills with a number, of any supplier.
-- @many
SELECT supplier, billed_on, amount_minor
FROM bill
WHERE store_id = :store_id AND reference = :reference
ORDER BY bill_no
