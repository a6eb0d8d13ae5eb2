-- Recipients by one code per run, ignoring capitals; more than one where older codes differ in capitals alone. called
-- is the code that was found: their own, or an earlier one.
-- @many
-- @each code_folded
SELECT r.*, r.code AS called
FROM recipient r
WHERE r.store_id = :store_id AND r.code_folded = :code_folded
UNION ALL
SELECT r.*, a.code
FROM recipient_alias a
JOIN recipient r ON r.store_id = a.store_id AND r.recipient_no = a.recipient_no
WHERE a.store_id = :store_id AND a.code_folded = :code_folded
ORDER BY called
