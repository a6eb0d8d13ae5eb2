-- The day of the first fact of a store: nothing happens before the first lot comes in. Binds: store_id. Rows: one. Returns: the day, null when
-- there is none.
SELECT MIN(received_on) FROM lot WHERE store_id = :store_id
