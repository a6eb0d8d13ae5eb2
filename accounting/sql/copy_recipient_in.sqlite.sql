-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO recipient (store_id, recipient_no, code, name, recipient_group, kind, note, household, sizes, tastes, do_not_gift,
    anonymized, code_folded, code_twin, household_folded, search_text)
VALUES (:store_id, :recipient_no, :code, :name, :recipient_group, :kind, :note, :household, :sizes, :tastes,
    :do_not_gift, :anonymized, :code_folded, :code_twin, :household_folded, :search_text)
