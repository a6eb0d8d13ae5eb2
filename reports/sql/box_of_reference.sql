-- The box with this reference.
-- @optional
SELECT box_no FROM box WHERE store_id = :store_id AND reference = :reference
