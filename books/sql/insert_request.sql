-- Keeps the result of a request key.
INSERT INTO request (store_id, request_key, event_seq, command, result, digest)
VALUES (:store_id, :request_key, :event_seq, :command, :result, :digest)
