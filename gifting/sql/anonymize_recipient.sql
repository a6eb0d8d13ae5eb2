-- Keeps only a recipient's number and kind, and gives them a new code and name.
UPDATE recipient
SET code = :code, name = :name, recipient_group = '', note = '', household = '', sizes = '', preferences = '',
    do_not_gift = 1, anonymized = 1,
    code_folded = :code_folded, code_twin = 0, household_folded = '', search_text = ''
WHERE store_id = :store_id AND recipient_no = :recipient_no
