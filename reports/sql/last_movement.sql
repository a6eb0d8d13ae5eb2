-- The number of the movement recorded last.
-- @one
SELECT last_movement
FROM store_books
WHERE store_id = :store_id
