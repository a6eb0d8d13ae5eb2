-- The number of the last import, 0 if there is none.
-- @one
-- @integer last_no
SELECT COALESCE(MAX(batch_no), 0) AS last_no FROM import_batch WHERE store_id = :store_id
