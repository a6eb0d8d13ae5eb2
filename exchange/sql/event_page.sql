-- A page of events by number.
-- @many
SELECT event_seq, actor, recorded_at
FROM event
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq
