-- The numbers of recipients by their codes, ignoring capitals.
SELECT r.code AS called, r.code, r.recipient_no, r.do_not_gift, r.anonymized, r.unconfirmed
FROM recipient r
WHERE r.store_id = :store_id AND r.code_folded = ANY (CAST(:code_folded AS text[]))
UNION ALL
SELECT a.code, r.code, r.recipient_no, r.do_not_gift, r.anonymized, r.unconfirmed
FROM recipient_alias a
JOIN recipient r ON r.store_id = a.store_id AND r.recipient_no = a.recipient_no
WHERE a.store_id = :store_id AND a.code_folded = ANY (CAST(:code_folded AS text[]))
ORDER BY called
