-- A session's user and roles, those in the sample store last: one row per role, or one row without a role. No row if
-- it has ended or is dated in the future.
-- @many
-- @null store_id, code, role, currency, locale, time_zones, sample
SELECT s.user_id, u.login, u.display_name, s.ends_at, s.last_seen_at, t.store_id, t.code, r.role,
    t.currency, t.locale, t.time_zones, t.sample
FROM user_session s
JOIN app_user u ON u.user_id = s.user_id AND u.password_version = s.password_version AND u.disabled = 0
LEFT JOIN user_role r ON r.user_id = u.user_id
LEFT JOIN store t ON t.store_id = r.store_id
WHERE s.token_hash = :token_hash AND s.ends_at > :now AND s.last_seen_at > :idle_since AND s.last_seen_at <= :latest
    AND s.created_at <= :latest
ORDER BY t.sample, t.code, r.role
