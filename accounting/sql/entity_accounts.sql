-- The accounts of an entity, oldest first.
-- @many
SELECT role, department, from_month, account
FROM entity_account
WHERE entity = :entity
ORDER BY from_month, role, department
