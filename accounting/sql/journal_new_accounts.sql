-- The accounts of a batch that no earlier batch has, but for those of a month that was opened again since, which were
-- not posted.
-- @many
SELECT DISTINCT n.account
FROM journal_line n
WHERE n.store_id = :store_id AND n.batch_no = :batch_no
    AND NOT EXISTS (
        SELECT 1
        FROM journal_line e
        JOIN journal_batch b ON b.store_id = e.store_id AND b.batch_no = e.batch_no
        WHERE e.store_id = n.store_id AND e.account = n.account AND e.batch_no < n.batch_no
            AND NOT EXISTS (
                SELECT 1 FROM reopened_month r
                WHERE r.store_id = b.store_id AND r.month = b.month AND r.event_seq > b.event_seq AND b.voids = 0))
ORDER BY n.account
