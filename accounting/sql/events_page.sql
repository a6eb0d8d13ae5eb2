-- A page of the audit log.
-- @many
SELECT event_seq, recorded_at, actor, action, subject, detail, hash
FROM event
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq
