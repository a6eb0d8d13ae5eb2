-- Takes a role in a store from a user. Binds: store_id, user_id, role.
DELETE FROM user_role WHERE store_id = :store_id AND user_id = :user_id AND role = :role
