-- The stores in which a user has a role.
-- @many
SELECT DISTINCT store_id FROM user_role WHERE user_id = :user_id ORDER BY store_id
