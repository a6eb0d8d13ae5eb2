-- Recipients by code, ignoring capitals. A join, because a store that is empty when this is planned would be read as
-- a whole for each array.
SELECT r.*, r.code AS called
FROM unnest(CAST(:code_folded AS text[])) AS k (code_folded)
JOIN recipient r ON r.store_id = :store_id AND r.code_folded = k.code_folded
UNION ALL
SELECT r.*, a.code
FROM unnest(CAST(:code_folded AS text[])) AS k (code_folded)
JOIN recipient_alias a ON a.store_id = :store_id AND a.code_folded = k.code_folded
JOIN recipient r ON r.store_id = :store_id AND r.recipient_no = a.recipient_no
ORDER BY called
