-- Nominations after a given one, with their advisers and folded forms.
-- @many
SELECT nomination_no, adviser, adviser_folded, adviser_twin
FROM nomination
WHERE store_id = :store_id AND nomination_no > :after
ORDER BY nomination_no
LIMIT :most
