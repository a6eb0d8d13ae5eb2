-- A token's rights, with the roles that its user has in the store, from there and from the group: a row for each two of
-- them.
-- @many
-- @null role, group_role
SELECT t.store_id, s.code, u.login, t.roles, t.reads_only, t.last_day AS last_on, t.last_used_at, s.time_zones, r.role,
    g.role AS group_role
FROM api_token t
JOIN store s ON s.store_id = t.store_id
JOIN app_user u ON u.user_id = t.user_id AND u.disabled = 0
LEFT JOIN user_role r ON r.store_id = t.store_id AND r.user_id = t.user_id
LEFT JOIN group_role g ON g.user_id = t.user_id AND g.entity IN ('', s.entity)
WHERE t.token_hash = :token_hash AND t.ended_at IS NULL
ORDER BY r.role, g.role
