-- The facts recorded in `journal_posting`, each with its event.
-- @many
SELECT event_seq, batch_no, reference
FROM journal_posting
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq
