-- The recipients whose codes come after a given one: those to confirm, or the others.
-- @many
SELECT *
FROM recipient
WHERE store_id = :store_id AND code > :after AND unconfirmed = :unconfirmed
    AND (unconfirmed = 0 OR anonymized = 0)
ORDER BY code
LIMIT :most
