-- The last approval of a list: who, and when.
-- @one
SELECT actor, recorded_at FROM event WHERE store_id = :store_id AND event_seq = :event_seq
