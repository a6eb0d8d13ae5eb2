-- The number of the movement recorded last. Binds: store_id. Returns: last_movement.
SELECT last_movement
FROM store_books
WHERE store_id = :store_id
