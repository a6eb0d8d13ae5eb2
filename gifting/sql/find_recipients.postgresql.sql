-- Recipients by code. Binds: store_id, code (array). Rows: one for each that there is.
-- Returns: recipient_no, code, name, group, kind, note, household, sizes, tastes, do_not_gift, anonymized.
SELECT recipient_no, code, name, recipient_group, kind, note, household, sizes, tastes, do_not_gift, anonymized
FROM recipient
WHERE store_id = :store_id AND code = ANY (CAST(:code AS text[]))
ORDER BY code
