-- The number of tables, indexes, views, sequences and functions in the current schema, whoever made them.
-- @one
SELECT CAST((SELECT COUNT(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = current_schema())
    + (SELECT COUNT(*) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = current_schema())
    AS BIGINT) AS objects
