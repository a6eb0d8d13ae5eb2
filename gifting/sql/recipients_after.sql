-- The recipients whose codes follow one.
-- @many
SELECT *
FROM recipient
WHERE store_id = :store_id AND code > :after
ORDER BY code
LIMIT :most
