-- A user's roles in all stores of an entity and in every store (entity empty).
-- @many
SELECT entity, role
FROM group_role
WHERE user_id = :user_id AND entity IN ('', :entity)
ORDER BY entity, role
