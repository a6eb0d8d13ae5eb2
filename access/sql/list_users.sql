-- Users with a role in the store, from there or from the group, one row per role, with their last lockout: those whose
-- login or name has the words and whose login comes after one, at most so many.
-- @many
-- @null began_at, until_at, failures, address
WITH held AS (
    SELECT user_id, role FROM user_role WHERE store_id = :store_id
    UNION
    SELECT user_id, role FROM group_role WHERE entity IN ('', :entity)
), shown AS (
    SELECT u.user_id, u.login, u.display_name, u.disabled
    FROM app_user u
    WHERE u.user_id IN (SELECT h.user_id FROM held h) AND u.login > :after
        AND lower(u.login || ' ' || u.display_name) LIKE lower(CAST(:words AS text)) ESCAPE '!'
    ORDER BY u.login
    LIMIT :most
)
SELECT w.login, w.display_name, w.disabled, o.role, k.began_at, k.until_at, k.failures, k.address
FROM shown w
JOIN held o ON o.user_id = w.user_id
LEFT JOIN lock_out k ON k.user_id = w.user_id
ORDER BY w.login, o.role
