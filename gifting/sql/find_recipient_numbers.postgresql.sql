-- The numbers of recipients by their codes, ignoring capitals.
SELECT code, recipient_no, do_not_gift, anonymized, unconfirmed FROM recipient
    WHERE store_id = :store_id AND code_folded = ANY (CAST(:code_folded AS text[])) ORDER BY code
