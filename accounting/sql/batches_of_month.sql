-- How many batches a month has, and how many of them were posted.
-- @one
SELECT COUNT(*) AS batches, COUNT(p.batch_no) AS posted
FROM journal_batch b
LEFT JOIN journal_posting p ON p.store_id = b.store_id AND p.batch_no = b.batch_no
WHERE b.store_id = :store_id AND b.month = :month
