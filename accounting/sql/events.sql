-- The audit log.
-- @many
SELECT event_seq, recorded_at, actor, action, subject, detail, hash FROM event WHERE store_id = :store_id
    ORDER BY event_seq
