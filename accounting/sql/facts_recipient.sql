-- The recipients as they are. Binds: store_id. Returns: recipient_no, the columns of a fact.
SELECT recipient_no, recipient_no, kind, do_not_gift, anonymized
FROM recipient
WHERE store_id = :store_id
ORDER BY recipient_no
