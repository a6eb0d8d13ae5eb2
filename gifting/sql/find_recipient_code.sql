-- The code of a recipient by number. Binds: store_id, recipient_no. Rows: one or none. Returns: code.
SELECT code FROM recipient WHERE store_id = :store_id AND recipient_no = :recipient_no
