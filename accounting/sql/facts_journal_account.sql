-- The facts recorded in `journal_account`, each with its event.
-- @many
-- @integer from_month
SELECT event_seq, role, from_month, account, department
FROM journal_account
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, role
