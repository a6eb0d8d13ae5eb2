-- A store's position.
-- @one
SELECT last_box AS boxes, last_event AS events, chain_hash
FROM store_books
WHERE store_id = :store_id
