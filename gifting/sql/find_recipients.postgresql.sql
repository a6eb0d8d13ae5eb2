-- Recipients by code. Binds: store_id, code (array). Rows: one for each that there is. A join, since a store that is empty when this is planned
-- would be read whole for each array.
-- Returns: recipient_no, code, name, group, kind, note, household, sizes, tastes, do_not_gift, anonymized.
SELECT r.recipient_no, r.code, r.name, r.recipient_group, r.kind, r.note, r.household, r.sizes, r.tastes, r.do_not_gift, r.anonymized
FROM unnest(CAST(:code AS text[])) AS k (code)
JOIN recipient r ON r.store_id = :store_id AND r.code = k.code
ORDER BY r.code
