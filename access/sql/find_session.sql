-- A session's user with the roles in one store, from there and from the group: a row for each two of them, or one row
-- without a role. No row if it has ended or is dated in the future.
-- @many
-- @null store_id, code, role, currency, locale, time_zones, sample, group_role
SELECT s.user_id, u.login, u.display_name, s.ends_at, s.last_seen_at, t.store_id, t.code, r.role,
    t.currency, t.locale, t.time_zones, t.sample, g.role AS group_role
FROM user_session s
JOIN app_user u ON u.user_id = s.user_id AND u.password_version = s.password_version AND u.disabled = 0
LEFT JOIN store t ON t.code = :store
LEFT JOIN user_role r ON r.store_id = t.store_id AND r.user_id = u.user_id
LEFT JOIN group_role g ON g.user_id = u.user_id AND g.entity IN ('', t.entity)
WHERE s.token_hash = :token_hash AND s.ends_at > :now AND s.last_seen_at > :idle_since AND s.last_seen_at <= :latest
    AND s.created_at <= :latest
ORDER BY r.role, g.role
