-- The events numbered from first_seq to below before, newest first.
-- @many
SELECT event_seq, recorded_at, actor, action, subject, detail
FROM event
WHERE store_id = :store_id AND event_seq >= :first_seq AND event_seq < :before
ORDER BY event_seq DESC
