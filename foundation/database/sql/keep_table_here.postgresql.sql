-- Leaves the rows of a table on the coordinator, and lets every node see them, and those of tables that it is tied to.
-- @one
-- @columns done
-- @text done
-- @null done
SELECT CAST(citus_add_local_table_to_metadata(CAST(:table_name AS regclass), true) AS text) AS done
