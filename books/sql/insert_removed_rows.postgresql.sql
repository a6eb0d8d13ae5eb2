-- Keeps the numbers and digests of all removed rows of a batch.
INSERT INTO removed_row (store_id, kind, row_no, sku, digest, added_event, event_seq)
SELECT CAST(:store_id AS bigint), CAST(:kind AS text), r.row_no, r.sku, r.digest, CAST(:added_event AS bigint),
    CAST(:event_seq AS bigint)
FROM unnest(CAST(:row_no AS bigint[]), CAST(:sku AS text[]), CAST(:digest AS text[])) AS r (row_no, sku, digest)
