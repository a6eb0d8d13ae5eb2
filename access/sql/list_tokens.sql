-- The tokens of a store.
-- @many
SELECT t.label, u.login, t.roles, t.reads_only, t.created_at, t.last_day AS last_on, t.last_used_at,
    t.end_reason, t.ended_at
FROM api_token t
JOIN app_user u ON u.user_id = t.user_id
WHERE t.store_id = :store_id
ORDER BY t.label
