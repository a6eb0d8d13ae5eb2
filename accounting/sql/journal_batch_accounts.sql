-- The accounts of a batch, each once.
-- @many
SELECT DISTINCT account FROM journal_line WHERE store_id = :store_id AND batch_no = :batch_no ORDER BY account
