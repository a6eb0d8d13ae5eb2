-- The recipients whose code or name is like a pattern, whatever its capitals, without those anonymized. Binds: store_id, pattern, most.
-- Returns: recipient_no, code, name, group, kind, note, household, sizes, tastes, do_not_gift, anonymized.
SELECT recipient_no, code, name, recipient_group, kind, note, household, sizes, tastes, do_not_gift, anonymized
FROM recipient
WHERE store_id = :store_id AND (code LIKE :pattern ESCAPE '!' OR name LIKE :pattern ESCAPE '!') AND anonymized = 0
ORDER BY recipient_no
LIMIT :most
