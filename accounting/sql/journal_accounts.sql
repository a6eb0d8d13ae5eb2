-- What accounts were mapped to roles, in the order recorded.
-- @many
SELECT role, from_month, account, department
FROM journal_account
WHERE store_id = :store_id
ORDER BY event_seq, role
