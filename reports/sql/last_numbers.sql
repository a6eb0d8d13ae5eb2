-- The last numbers given out. Binds: store_id. Rows: one. Returns: movement, lot, event.
SELECT last_movement, last_lot, last_event FROM store_books WHERE store_id = :store_id
