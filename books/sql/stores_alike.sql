-- Stores with this code, regardless of capitals; older ones may differ in these alone.
-- @many
SELECT code, name
FROM store
WHERE lower(code) = lower(CAST(:code AS text))
ORDER BY code
LIMIT 2
