-- The entities in which a user has a role; empty: every store.
-- @many
SELECT DISTINCT entity FROM group_role WHERE user_id = :user_id ORDER BY entity
