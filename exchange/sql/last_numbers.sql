-- The last numbers given out.
-- @one
SELECT last_movement, last_lot, last_event FROM store_books WHERE store_id = :store_id
