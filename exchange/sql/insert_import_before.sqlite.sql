-- Keeps the earlier values of one changed row per run.
-- @each row_no, earlier
INSERT INTO import_before (store_id, batch_no, row_no, earlier) VALUES (:store_id, :batch_no, :row_no, :earlier)
