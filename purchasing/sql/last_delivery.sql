-- The number of the last delivery, 0 if there is none.
-- @one
-- @integer last_no
SELECT COALESCE(MAX(delivery_no), 0) AS last_no FROM delivery WHERE store_id = :store_id
