-- One recipient by code a run. Binds: store_id, code. Rows: one or none.
-- Returns: recipient_no, code, name, group, kind, note, household, sizes, tastes, do_not_gift, anonymized.
SELECT recipient_no, code, name, recipient_group, kind, note, household, sizes, tastes, do_not_gift, anonymized
FROM recipient
WHERE store_id = :store_id AND code = :code
