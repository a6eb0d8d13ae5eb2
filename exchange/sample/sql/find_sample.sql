-- The store of invented data to look around in.
-- @optional
SELECT code FROM store WHERE sample = 1 ORDER BY store_id
