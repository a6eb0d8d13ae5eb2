-- The accounts of an entity.
-- @many
SELECT role, department, from_month, account
FROM entity_account
WHERE entity = :entity
ORDER BY role, department, from_month
