-- The number of people to confirm.
-- @one
SELECT COUNT(*) AS people FROM recipient WHERE store_id = :store_id AND unconfirmed = 1 AND anonymized = 0
