-- A store of an entity in which a user is no administrator.
-- @optional
SELECT s.code
FROM store s
WHERE s.entity = :entity AND NOT EXISTS (
    SELECT 1 FROM user_role r
    WHERE r.store_id = s.store_id AND r.user_id = :user_id AND r.role = 'administrator')
ORDER BY s.code
LIMIT 1
