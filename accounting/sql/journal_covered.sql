-- The event until which a month stands in batches that hold, which are neither voided nor superseded; 0 for none.
-- last_batch is the last of these.
-- @one
SELECT COALESCE(MAX(b.through_event), 0) AS through_event, COALESCE(MAX(b.batch_no), 0) AS last_batch
FROM journal_batch b
WHERE b.store_id = :store_id AND b.month = :month AND b.voids = 0
    AND NOT EXISTS (SELECT 1 FROM journal_batch v WHERE v.store_id = b.store_id AND v.voids = b.batch_no)
    AND NOT EXISTS (
        SELECT 1 FROM reopened_month r
        WHERE r.store_id = b.store_id AND r.month = b.month AND r.event_seq > b.event_seq)
