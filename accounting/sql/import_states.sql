-- Which event undid each import.
-- @many
SELECT batch_no, undone_event FROM import_batch WHERE store_id = :store_id ORDER BY batch_no
