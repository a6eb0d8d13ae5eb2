-- The facts recorded in `stock_reason`, each with its event.
-- @many
SELECT event_seq, name, listed
FROM stock_reason
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq
