-- How many schemas of this name the database has.
-- @one
-- @columns schemas
SELECT CAST(COUNT(*) AS BIGINT) AS schemas FROM pg_namespace WHERE nspname = :schema
