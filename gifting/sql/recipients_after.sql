-- The recipients whose codes follow one. Binds: store_id, after, most.
-- Returns: recipient_no, code, name, group, kind, note, household, sizes, tastes, do_not_gift, anonymized.
SELECT recipient_no, code, name, recipient_group, kind, note, household, sizes, tastes, do_not_gift, anonymized
FROM recipient
WHERE store_id = :store_id AND code > :after
ORDER BY code
LIMIT :most
