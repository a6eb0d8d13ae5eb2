-- The users of a store, a row a role. Binds: store_id. Returns: login, display_name, disabled, role.
SELECT u.login, u.display_name, u.disabled, r.role
FROM user_role r
JOIN app_user u ON u.user_id = r.user_id
WHERE r.store_id = :store_id
ORDER BY u.login, r.role
