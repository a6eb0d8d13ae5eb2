-- The newest migration that has run.
-- @one
-- @null number
SELECT MAX(number) AS number FROM schema_version
