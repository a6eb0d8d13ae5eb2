-- The number of one recipient a run. Binds: store_id, code. Returns: code, recipient_no.
SELECT code, recipient_no FROM recipient WHERE store_id = :store_id AND code = :code
