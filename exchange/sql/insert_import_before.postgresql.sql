-- Keeps the earlier values of all changed rows of a batch.
INSERT INTO import_before (store_id, batch_no, row_no, earlier)
SELECT CAST(:store_id AS bigint), CAST(:batch_no AS bigint), r.row_no, r.earlier
FROM unnest(CAST(:row_no AS bigint[]), CAST(:earlier AS text[])) AS r (row_no, earlier)
