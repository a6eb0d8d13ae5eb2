-- The views of a page: one's own, and those shared with one of the roles, each between commas. One's own come first.
-- @many
-- @integer is_own
SELECT v.name, v.query, v.role, CASE WHEN v.user_id = :user_id THEN 1 ELSE 0 END AS is_own
FROM saved_view v
JOIN app_user u ON u.user_id = v.user_id
WHERE v.store_id = :store_id AND v.page = :page AND u.disabled = 0
    AND (v.user_id = :user_id OR (v.role <> '' AND CAST(:roles AS text) LIKE '%,' || v.role || ',%'))
ORDER BY is_own DESC, v.name, v.user_id
LIMIT :most
