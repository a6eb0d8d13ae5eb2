-- Gives a user a role in all stores of an entity or (entity empty) in every store.
INSERT INTO group_role (user_id, entity, role) VALUES (:user_id, :entity, :role)
