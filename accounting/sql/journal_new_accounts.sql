-- The accounts of a batch that no earlier batch has.
-- @many
SELECT DISTINCT n.account
FROM journal_line n
WHERE n.store_id = :store_id AND n.batch_no = :batch_no
    AND NOT EXISTS (SELECT 1 FROM journal_line e WHERE e.store_id = n.store_id AND e.account = n.account
        AND e.batch_no < n.batch_no)
ORDER BY n.account
