-- Recipients by code, whatever the capitals. A join, since a store that is empty when this is planned would be read
-- whole for each array.
SELECT r.*
FROM unnest(CAST(:code_folded AS text[])) AS k (code_folded)
JOIN recipient r ON r.store_id = :store_id AND r.code_folded = k.code_folded
ORDER BY r.code
