-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO recipient (store_id, recipient_no, code, name, recipient_group, kind, note, household, sizes, tastes, do_not_gift,
    anonymized)
VALUES (:store_id, :recipient_no, :code, :name, :recipient_group, :kind, :note, :household, :sizes, :tastes,
    :do_not_gift, :anonymized)
