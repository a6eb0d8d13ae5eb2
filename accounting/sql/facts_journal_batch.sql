-- The facts recorded in `journal_batch`, each with its event.
-- @many
-- @integer month
SELECT event_seq, batch_no, month, batch_key, through_event, entries, lines, debit_minor, digest, voids, reason
FROM journal_batch
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq
