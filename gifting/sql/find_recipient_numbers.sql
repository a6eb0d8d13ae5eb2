-- The number of the recipients with one code per run, ignoring capitals. called is the code that was found: their own,
-- or an earlier one.
-- @many
-- @each code_folded
SELECT r.code AS called, r.code, r.recipient_no, r.do_not_gift, r.anonymized, r.unconfirmed
FROM recipient r
WHERE r.store_id = :store_id AND r.code_folded = :code_folded
UNION ALL
SELECT a.code, r.code, r.recipient_no, r.do_not_gift, r.anonymized, r.unconfirmed
FROM recipient_alias a
JOIN recipient r ON r.store_id = a.store_id AND r.recipient_no = a.recipient_no
WHERE a.store_id = :store_id AND a.code_folded = :code_folded
