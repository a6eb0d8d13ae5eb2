-- The id of a store.
-- @optional
SELECT store_id FROM store WHERE code = :code
