-- The recipients of a range of numbers, with the columns of a fact.
-- @many
SELECT recipient_no, kind, do_not_gift, anonymized
FROM recipient
WHERE store_id = :store_id AND recipient_no BETWEEN :first_no AND :last_no
ORDER BY recipient_no
