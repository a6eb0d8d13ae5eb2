-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO recipient (store_id, recipient_no, code, name, recipient_group, kind, note, household, sizes, tastes, do_not_gift,
    anonymized, code_folded, code_twin, household_folded, search_text)
SELECT CAST(:store_id AS bigint), r.recipient_no, r.code, r.name, r.recipient_group, r.kind, r.note,
    r.household, r.sizes, r.tastes, r.do_not_gift, r.anonymized, r.code_folded, r.code_twin, r.household_folded,
    r.search_text
FROM unnest(CAST(:recipient_no AS bigint[]), CAST(:code AS text[]), CAST(:name AS text[]),
    CAST(:recipient_group AS text[]), CAST(:kind AS text[]), CAST(:note AS text[]), CAST(:household AS text[]),
    CAST(:sizes AS text[]), CAST(:tastes AS text[]), CAST(:do_not_gift AS bigint[]), CAST(:anonymized AS bigint[]),
    CAST(:code_folded AS text[]), CAST(:code_twin AS bigint[]), CAST(:household_folded AS text[]),
    CAST(:search_text AS text[]))
    AS r (recipient_no, code, name, recipient_group, kind, note, household, sizes, tastes, do_not_gift,
    anonymized, code_folded, code_twin, household_folded, search_text)
