-- The number of stores.
-- @one
SELECT CAST(COUNT(*) AS BIGINT) AS stores FROM store
