-- The recipients whose codes come after a given one.
-- @many
SELECT *
FROM recipient
WHERE store_id = :store_id AND code > :after
ORDER BY code
LIMIT :most
