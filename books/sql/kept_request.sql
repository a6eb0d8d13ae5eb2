-- What was kept of a request, and who sent it.
-- @optional
SELECT request.result AS result, event.actor AS actor
FROM request
JOIN event ON event.store_id = request.store_id AND event.event_seq = request.event_seq
WHERE request.store_id = :store_id AND request.request_key = :request_key
