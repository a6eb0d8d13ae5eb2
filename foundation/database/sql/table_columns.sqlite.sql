-- The columns of a table in the database's catalog, with their places in the primary key (0: not in it).
-- @many
-- @text name, type
SELECT CAST(name AS TEXT) AS name, LOWER(type) AS type, CAST(pk AS BIGINT) AS key_place
    FROM pragma_table_info(:table_name) ORDER BY cid
