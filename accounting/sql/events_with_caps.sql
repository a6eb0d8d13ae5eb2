-- The events that report a cap as warned or overridden.
-- @many
SELECT event_seq, recorded_at, actor, action, subject, detail, hash
FROM event
WHERE store_id = :store_id AND (detail LIKE '%"warned":"%' OR detail LIKE '%"overridden":"%')
ORDER BY event_seq
