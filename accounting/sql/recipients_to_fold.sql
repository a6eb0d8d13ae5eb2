-- Recipients after a given one, with their texts and folded forms.
-- @many
SELECT recipient_no, code, name, recipient_group, household, anonymized, code_folded, household_folded, search_text,
    code_twin
FROM recipient
WHERE store_id = :store_id AND recipient_no > :after
ORDER BY recipient_no
LIMIT :most
