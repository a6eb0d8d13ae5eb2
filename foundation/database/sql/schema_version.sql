-- The newest completed migration.
-- @one
-- @null number
SELECT MAX(number) AS number FROM schema_version
