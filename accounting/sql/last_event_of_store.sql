-- The number of a store's last event, found by code in books of any schema; null if there is no such store.
-- @one
-- @null last_event
SELECT MAX(e.event_seq) AS last_event
FROM store s
JOIN event e ON e.store_id = s.store_id
WHERE s.code = :code
