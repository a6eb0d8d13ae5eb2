-- Removes such a role.
DELETE FROM group_role WHERE user_id = :user_id AND entity = :entity AND role = :role
