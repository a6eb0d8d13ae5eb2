-- The tokens of a store. Binds: store_id. Returns: label, login, roles, reads_only, created_at, last_day, last_used_at, end_reason, ended_at.
SELECT t.label, u.login, t.roles, t.reads_only, t.created_at, t.last_day, t.last_used_at, t.end_reason, t.ended_at
FROM api_token t
JOIN app_user u ON u.user_id = t.user_id
WHERE t.store_id = :store_id
ORDER BY t.label
