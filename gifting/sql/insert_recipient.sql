-- Adds a recipient.
INSERT INTO recipient (store_id, recipient_no, code, name, recipient_group, kind, note, household, sizes, tastes, do_not_gift,
    code_folded, household_folded, search_text)
VALUES (:store_id, :recipient_no, :code, :name, :group, :kind, :note, :household, :sizes, :tastes, :do_not_gift,
    :code_folded, :household_folded, :search_text)
