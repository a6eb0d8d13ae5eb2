-- The number of other administrators of a store.
-- @one
SELECT COUNT(*) AS others
FROM user_role r
JOIN app_user u ON u.user_id = r.user_id
WHERE r.store_id = :store_id AND r.role = 'administrator' AND r.user_id <> :user_id AND u.disabled = 0
