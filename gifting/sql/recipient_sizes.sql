-- The sizes of a recipient. Binds: store_id, recipient_no. Returns: sizes.
SELECT sizes
FROM recipient
WHERE store_id = :store_id AND recipient_no = :recipient_no
