-- The recipients in their current form, with the columns of a fact.
-- @many
SELECT recipient_no, kind, do_not_gift, anonymized, unconfirmed
FROM recipient
WHERE store_id = :store_id
ORDER BY recipient_no
