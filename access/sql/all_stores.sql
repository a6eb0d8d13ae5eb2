-- Stores whose code or name has the words, after a code, at most so many.
-- @many
SELECT s.code, s.name, s.sample
FROM store s
WHERE s.code > :after AND lower(s.code || ' ' || s.name) LIKE lower(CAST(:words AS text)) ESCAPE '!'
ORDER BY s.code
LIMIT :most
