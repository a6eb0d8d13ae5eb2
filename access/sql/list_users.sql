-- The users of a store, a row a role. Binds: store_id. Returns: login, display_name, disabled, role, and of the last time that the login had to wait
-- began_at, until_at, failures, address, which may be null.
SELECT u.login, u.display_name, u.disabled, r.role, k.began_at, k.until_at, k.failures, k.address
FROM user_role r
JOIN app_user u ON u.user_id = r.user_id
LEFT JOIN lock_out k ON k.user_id = u.user_id
WHERE r.store_id = :store_id
ORDER BY u.login, r.role
