-- The event that made the store.
-- @optional
SELECT detail FROM event WHERE store_id = :store_id AND event_seq = 1
