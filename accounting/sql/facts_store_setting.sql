-- The facts recorded in `store_setting`, each with its event.
-- @many
-- @integer from_month
SELECT event_seq, name, from_month, value, reason
FROM store_setting
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, name
