-- A user's roles in a store.
-- @many
SELECT role FROM user_role WHERE store_id = :store_id AND user_id = :user_id ORDER BY role
