-- Removes a user's role in a store.
DELETE FROM user_role WHERE store_id = :store_id AND user_id = :user_id AND role = :role
