-- The number of one recipient a run. Binds: store_id, code. Returns: code, recipient_no, do_not_gift, anonymized.
SELECT code, recipient_no, do_not_gift, anonymized FROM recipient WHERE store_id = :store_id AND code = :code
