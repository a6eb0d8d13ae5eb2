-- The facts recorded in `freight_reversal`, each with its event.
-- @many
SELECT event_seq, freight_no, reversed_on, reason
FROM freight_reversal
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, freight_no
