-- The facts recorded in `default_department`, each with its event.
-- @many
-- @integer from_month
SELECT event_seq, from_month, department
FROM default_department
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq
