-- The numbers of recipients. Binds: store_id, code (array). Returns: code, recipient_no, do_not_gift, anonymized.
SELECT code, recipient_no, do_not_gift, anonymized FROM recipient WHERE store_id = :store_id AND code = ANY (CAST(:code AS text[])) ORDER BY code
