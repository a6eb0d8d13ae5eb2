-- Every recipient.
-- @many
SELECT *
FROM recipient
WHERE store_id = :store_id
ORDER BY code
