-- What a token may, as long as its user has the role. Binds: token_hash. Rows: one or none. Returns: store_id, code, login, role.
SELECT t.store_id, s.code, u.login, t.role
FROM api_token t
JOIN store s ON s.store_id = t.store_id
JOIN app_user u ON u.user_id = t.user_id AND u.disabled = 0
JOIN user_role r ON r.store_id = t.store_id AND r.user_id = t.user_id AND r.role = t.role
WHERE t.token_hash = :token_hash AND t.revoked_at IS NULL
