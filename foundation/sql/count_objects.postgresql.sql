-- How much is in the schema that is used, whoever made it. Rows: one. Returns: tables, indexes, views, sequences and functions.
SELECT CAST((SELECT COUNT(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema())
    + (SELECT COUNT(*) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = current_schema())
    AS BIGINT)
