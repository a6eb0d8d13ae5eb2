-- The tokens of a store. Binds: store_id. Returns: label, login, role, created_at, revoked_at.
SELECT t.label, u.login, t.role, t.created_at, t.revoked_at
FROM api_token t
JOIN app_user u ON u.user_id = t.user_id
WHERE t.store_id = :store_id
ORDER BY t.label
