-- Adds a recipient. Binds: every column but anonymized.
INSERT INTO recipient (store_id, recipient_no, code, name, recipient_group, kind, note, household, sizes, tastes, do_not_gift)
VALUES (:store_id, :recipient_no, :code, :name, :group, :kind, :note, :household, :sizes, :tastes, :do_not_gift)
