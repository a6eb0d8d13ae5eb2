-- What a user is in a store. Binds: store_id, user_id. Returns: role.
SELECT role FROM user_role WHERE store_id = :store_id AND user_id = :user_id ORDER BY role
