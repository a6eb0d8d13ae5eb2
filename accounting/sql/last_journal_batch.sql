-- The last number of a batch; 0 for none.
-- @one
SELECT COALESCE(MAX(batch_no), 0) AS batch_no FROM journal_batch WHERE store_id = :store_id
