-- The stores in which a user has a role, without the sample store: what is invented there belongs to nobody.
-- @many
SELECT DISTINCT r.store_id
FROM user_role r
JOIN store s ON s.store_id = r.store_id
WHERE r.user_id = :user_id AND s.sample = 0
ORDER BY r.store_id
