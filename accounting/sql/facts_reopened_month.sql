-- The facts recorded in `reopened_month`, each with its event.
-- @many
-- @integer month
SELECT event_seq, month, closed_event, reason
FROM reopened_month
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq
