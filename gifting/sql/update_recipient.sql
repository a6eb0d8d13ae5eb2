-- Changes the words of a recipient.
UPDATE recipient
SET name = :name, recipient_group = :group, kind = :kind, note = :note, household = :household, sizes = :sizes, tastes = :tastes,
    do_not_gift = :do_not_gift, household_folded = :household_folded, search_text = :search_text
WHERE store_id = :store_id AND recipient_no = :recipient_no
