-- Keeps all rows of a table on every node.
-- @one
-- @columns done
-- @text done
-- @null done
SELECT CAST(create_reference_table(CAST(:table_name AS regclass)) AS text) AS done
