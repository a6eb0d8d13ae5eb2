-- A page of the accounts of a chart.
-- @many
SELECT line_no, account, name
FROM chart_account
WHERE store_id = :store_id AND event_seq = :event_seq AND line_no > :after
ORDER BY line_no
LIMIT :most
