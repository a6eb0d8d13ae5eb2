-- Stores by their code, after one, at most so many.
-- @many
SELECT store_id, code, name FROM store WHERE code > :after ORDER BY code LIMIT :most
