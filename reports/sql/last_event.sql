-- The number of the event recorded last. Binds: store_id. Returns: last_event.
SELECT last_event
FROM store_books
WHERE store_id = :store_id
