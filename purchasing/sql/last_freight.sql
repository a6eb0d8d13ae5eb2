-- The number of the last freight, 0 if there is none.
-- @one
-- @integer last_no
SELECT COALESCE(MAX(freight_no), 0) AS last_no FROM freight WHERE store_id = :store_id
