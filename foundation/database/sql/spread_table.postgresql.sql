-- Spreads a table's rows over the nodes by their store; those of a store are where they are in `beside`.
-- @one
-- @columns done
-- @text done
-- @null done
SELECT CAST(create_distributed_table(CAST(:table_name AS regclass), 'store_id', colocate_with => :beside) AS text)
    AS done
