-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO request (store_id, request_key, event_seq, command, result, digest)
VALUES (:store_id, :request_key, :event_seq, :command, :result, :digest)
