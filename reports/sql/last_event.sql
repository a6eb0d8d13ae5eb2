-- The number of the event recorded last.
-- @one
SELECT last_event
FROM store_books
WHERE store_id = :store_id
