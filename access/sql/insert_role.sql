-- Gives a user a role in a store.
INSERT INTO user_role (store_id, user_id, role) VALUES (:store_id, :user_id, :role)
