-- The first month that was closed after an event.
-- @one
-- @null month
SELECT MIN(month) AS month FROM closed_month WHERE store_id = :store_id AND event_seq > :after
