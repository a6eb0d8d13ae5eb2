-- Who uploaded a chart, when, and how many accounts it has.
-- @one
SELECT e.recorded_at, e.actor, CAST((SELECT COUNT(*) FROM chart_account c WHERE c.store_id = e.store_id
    AND c.event_seq = e.event_seq) AS BIGINT) AS accounts
FROM event e
WHERE e.store_id = :store_id AND e.event_seq = :event_seq
