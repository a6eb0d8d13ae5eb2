-- The number of the last bill, 0 if there is none.
-- @one
-- @integer last_no
SELECT COALESCE(MAX(bill_no), 0) AS last_no FROM bill WHERE store_id = :store_id
