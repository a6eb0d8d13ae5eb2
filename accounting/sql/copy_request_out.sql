-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT request_key, event_seq, command, result, digest
FROM request
WHERE store_id = :store_id
ORDER BY store_id, request_key
