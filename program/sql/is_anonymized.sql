-- Whether nothing is left of a recipient but the number. Binds: store_id, recipient_no. Rows: one. Returns: anonymized.
SELECT anonymized FROM recipient WHERE store_id = :store_id AND recipient_no = :recipient_no
