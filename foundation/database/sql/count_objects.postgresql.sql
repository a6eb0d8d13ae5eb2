-- How much is in the schema that is used, whoever made it: tables, indexes, views, sequences, and functions.
-- @one
SELECT CAST((SELECT COUNT(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema())
    + (SELECT COUNT(*) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = current_schema())
    AS BIGINT) AS objects
