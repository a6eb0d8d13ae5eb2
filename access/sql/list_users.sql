-- A store's users, one row per role, with their last lockout.
-- @many
-- @null began_at, until_at, failures, address
SELECT u.login, u.display_name, u.disabled, r.role, k.began_at, k.until_at, k.failures, k.address
FROM user_role r
CROSS JOIN app_user u
LEFT JOIN lock_out k ON k.user_id = u.user_id
WHERE r.store_id = :store_id AND u.user_id = r.user_id
ORDER BY u.login, r.role
