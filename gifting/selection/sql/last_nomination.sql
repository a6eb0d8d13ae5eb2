-- The number of the last nomination, 0 if there is none.
-- @one
SELECT COALESCE(MAX(nomination_no), 0) AS nomination_no FROM nomination WHERE store_id = :store_id
