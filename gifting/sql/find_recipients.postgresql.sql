-- Recipients by code, whatever the capitals. Binds: store_id, code_folded (array). Rows: one for each that there is. A join, since a store that is empty when this is planned
-- would be read whole for each array.
-- Returns: recipient_no, code, name, group, kind, note, household, sizes, tastes, do_not_gift, anonymized.
SELECT r.recipient_no, r.code, r.name, r.recipient_group, r.kind, r.note, r.household, r.sizes, r.tastes, r.do_not_gift, r.anonymized
FROM unnest(CAST(:code_folded AS text[])) AS k (code_folded)
JOIN recipient r ON r.store_id = :store_id AND r.code_folded = k.code_folded
ORDER BY r.code
