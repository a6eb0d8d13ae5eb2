-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT recipient_no, code, name, recipient_group, kind, note, household, sizes, tastes, do_not_gift,
    anonymized, code_folded, code_twin, household_folded, search_text
FROM recipient
WHERE store_id = :store_id
ORDER BY store_id, recipient_no
