-- The batch that holds and has the giving of a box: the event that gave it, and the box as the subject.
-- @optional
SELECT b.batch_key, b.month
FROM journal_line l
JOIN journal_batch b ON b.store_id = l.store_id AND b.batch_no = l.batch_no
WHERE l.store_id = :store_id AND l.fact_event = :fact_event AND l.fact = 'box given' AND l.line_no = 1
    AND l.subject = :subject AND b.voids = 0
    AND NOT EXISTS (SELECT 1 FROM journal_batch v WHERE v.store_id = b.store_id AND v.voids = b.batch_no)
    AND NOT EXISTS (
        SELECT 1 FROM reopened_month r
        WHERE r.store_id = b.store_id AND r.month = b.month AND r.event_seq > b.event_seq)
LIMIT 1
