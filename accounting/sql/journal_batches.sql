-- Batches by number, each with its posting and the batch that voids it. With a number, only that one. is_superseded is
-- 1 where the month was opened again after the batch was made.
-- @many
-- @integer is_superseded
-- @null posted_as, voided_by
SELECT b.batch_no, b.month, b.batch_key, b.through_event, b.entries, b.lines, b.debit_minor, b.digest, b.voids,
    b.reason, b.event_seq, p.reference AS posted_as, v.batch_no AS voided_by, e.recorded_at, e.actor,
    CASE WHEN b.voids = 0 AND EXISTS (
        SELECT 1 FROM reopened_month r
        WHERE r.store_id = b.store_id AND r.month = b.month AND r.event_seq > b.event_seq)
        THEN 1 ELSE 0 END AS is_superseded
FROM journal_batch b
JOIN event e ON e.store_id = b.store_id AND e.event_seq = b.event_seq
LEFT JOIN journal_posting p ON p.store_id = b.store_id AND p.batch_no = b.batch_no
LEFT JOIN journal_batch v ON v.store_id = b.store_id AND v.voids = b.batch_no AND v.voids > 0
WHERE b.store_id = :store_id AND b.batch_no >= :least AND b.batch_no <= :most
ORDER BY b.batch_no
