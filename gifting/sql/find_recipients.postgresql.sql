-- Recipients by code, whatever the capitals. A join, since a store that is empty when this is planned would be read
-- whole for each array.
SELECT r.recipient_no, r.code, r.name, r.recipient_group, r.kind, r.note, r.household, r.sizes, r.tastes, r.do_not_gift, r.anonymized
FROM unnest(CAST(:code_folded AS text[])) AS k (code_folded)
JOIN recipient r ON r.store_id = :store_id AND r.code_folded = k.code_folded
ORDER BY r.code
