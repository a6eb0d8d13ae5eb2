-- The facts recorded in `bill_reversal`, each with its event.
-- @many
SELECT event_seq, bill_no, reversed_on, reason
FROM bill_reversal
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, bill_no
