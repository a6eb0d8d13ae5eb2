-- Recipients by one code a run, whatever the capitals. Binds: store_id, code_folded. Rows: one or none; more where codes that were there before differ in capitals alone.
-- Returns: recipient_no, code, name, group, kind, note, household, sizes, tastes, do_not_gift, anonymized.
SELECT recipient_no, code, name, recipient_group, kind, note, household, sizes, tastes, do_not_gift, anonymized
FROM recipient
WHERE store_id = :store_id AND code_folded = :code_folded
ORDER BY code
