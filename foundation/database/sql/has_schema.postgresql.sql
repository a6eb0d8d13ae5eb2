-- The number of schemas with this name.
-- @one
-- @columns schemas
SELECT CAST(COUNT(*) AS BIGINT) AS schemas FROM pg_namespace WHERE nspname = :schema
