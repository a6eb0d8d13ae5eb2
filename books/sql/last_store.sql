-- The highest number of a store.
-- @optional
SELECT store_id FROM store ORDER BY store_id DESC LIMIT 1
