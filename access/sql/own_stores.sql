-- Stores that gave a user a role, whose code or name has the words, after a code, at most so many.
-- @many
SELECT DISTINCT s.code, s.name, s.sample
FROM user_role r
JOIN store s ON s.store_id = r.store_id
WHERE r.user_id = :user_id AND s.code > :after
    AND lower(s.code || ' ' || s.name) LIKE lower(CAST(:words AS text)) ESCAPE '!'
ORDER BY s.code
LIMIT :most
