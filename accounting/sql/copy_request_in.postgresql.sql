-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO request (store_id, request_key, event_seq, command, result, digest)
SELECT CAST(:store_id AS bigint), r.request_key, r.event_seq, r.command, r.result, r.digest
FROM unnest(CAST(:request_key AS text[]), CAST(:event_seq AS bigint[]), CAST(:command AS text[]),
    CAST(:result AS text[]), CAST(:digest AS text[]))
    AS r (request_key, event_seq, command, result, digest)
