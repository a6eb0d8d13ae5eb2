-- What a batch books to one account, all of it.
-- @one
SELECT CAST(COALESCE(SUM(amount_minor), 0) AS BIGINT) AS amount_minor, COUNT(*) AS lines
FROM journal_line
WHERE store_id = :store_id AND batch_no = :batch_no AND account = :account
