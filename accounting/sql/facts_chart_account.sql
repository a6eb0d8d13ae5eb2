-- The facts recorded in `chart_account`, each with its event.
-- @many
SELECT event_seq, line_no, account, name
FROM chart_account
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, line_no
