-- Nominations after one, with their adviser and how it is kept folded.
-- @many
SELECT nomination_no, adviser, adviser_folded, adviser_twin
FROM nomination
WHERE store_id = :store_id AND nomination_no > :after
ORDER BY nomination_no
LIMIT :most
