-- A token's rights: one row for each role that its user has in the store.
-- @many
SELECT t.store_id, s.code, u.login, t.roles, t.reads_only, t.last_day AS last_on, t.last_used_at, s.time_zones, r.role
FROM api_token t
JOIN store s ON s.store_id = t.store_id
JOIN app_user u ON u.user_id = t.user_id AND u.disabled = 0
JOIN user_role r ON r.store_id = t.store_id AND r.user_id = t.user_id
WHERE t.token_hash = :token_hash AND t.ended_at IS NULL
ORDER BY r.role
