-- The kind of one movement.
-- @optional
SELECT kind FROM movement WHERE store_id = :store_id AND seq = :seq
