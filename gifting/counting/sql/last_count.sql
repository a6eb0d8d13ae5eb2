-- The number of the last count, 0 if there is none.
-- @one
-- @integer last_no
SELECT COALESCE(MAX(count_no), 0) AS last_no FROM count_session WHERE store_id = :store_id
