-- The batches of a month that hold, each with the reference it was posted under: neither voided nor superseded, and no
-- mirrors.
-- @many
-- @null posted_as
SELECT b.batch_no, b.batch_key, p.reference AS posted_as
FROM journal_batch b
LEFT JOIN journal_posting p ON p.store_id = b.store_id AND p.batch_no = b.batch_no
WHERE b.store_id = :store_id AND b.month = :month AND b.voids = 0
    AND NOT EXISTS (SELECT 1 FROM journal_batch v WHERE v.store_id = b.store_id AND v.voids = b.batch_no)
    AND NOT EXISTS (
        SELECT 1 FROM reopened_month r
        WHERE r.store_id = b.store_id AND r.month = b.month AND r.event_seq > b.event_seq)
ORDER BY b.batch_no
