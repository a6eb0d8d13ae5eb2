-- Whether a user has a role in all stores of an entity or, as it asks, in every store.
-- @optional
SELECT role FROM group_role WHERE user_id = :user_id AND entity = :entity AND role = :role
