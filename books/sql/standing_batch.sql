-- The last batch of the journal that holds: neither voided nor superseded.
-- @optional
SELECT b.batch_key, b.month
FROM journal_batch b
WHERE b.store_id = :store_id AND b.voids = 0
    AND NOT EXISTS (SELECT 1 FROM journal_batch v WHERE v.store_id = b.store_id AND v.voids = b.batch_no)
    AND NOT EXISTS (
        SELECT 1 FROM reopened_month r
        WHERE r.store_id = b.store_id AND r.month = b.month AND r.event_seq > b.event_seq)
ORDER BY b.batch_no DESC
LIMIT 1
