-- The day of the first fact of a store: nothing happens before the first lot comes in.
-- @one
-- @null happened_on
SELECT MIN(received_on) AS happened_on FROM lot WHERE store_id = :store_id
