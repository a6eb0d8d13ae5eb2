-- The day of a store's first fact. Nothing can happen before the first lot is received.
-- @one
-- @null happened_on
SELECT MIN(received_on) AS happened_on FROM lot WHERE store_id = :store_id
