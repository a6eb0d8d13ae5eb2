-- A role of a user beyond a store or, if it is named, beyond an entity. What is invented in the sample store belongs to
-- nobody.
-- @optional
SELECT b.role
FROM (
    SELECT r.role
    FROM user_role r
    JOIN store s ON s.store_id = r.store_id
    WHERE r.user_id = :user_id AND s.sample = 0 AND r.store_id <> :store_id
        AND (CAST(:entity AS text) = '' OR s.entity <> :entity)
    UNION
    SELECT g.role
    FROM group_role g
    WHERE g.user_id = :user_id AND (CAST(:entity AS text) = '' OR g.entity <> :entity)
) b
ORDER BY b.role
LIMIT 1
