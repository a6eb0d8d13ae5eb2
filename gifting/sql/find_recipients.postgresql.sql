-- Recipients by code, ignoring capitals. A join, because a store that is empty when this is planned would be read as
-- a whole for each array.
SELECT r.*
FROM unnest(CAST(:code_folded AS text[])) AS k (code_folded)
JOIN recipient r ON r.store_id = :store_id AND r.code_folded = k.code_folded
ORDER BY r.code
