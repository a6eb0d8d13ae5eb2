-- Every recipient.
-- @many
SELECT recipient_no, code, name, recipient_group, kind, note, household, sizes, tastes, do_not_gift, anonymized
FROM recipient
WHERE store_id = :store_id
ORDER BY code
