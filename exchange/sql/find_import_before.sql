-- The earlier values that an import's changes replaced.
-- @many
SELECT row_no, earlier FROM import_before WHERE store_id = :store_id AND batch_no = :batch_no ORDER BY row_no
