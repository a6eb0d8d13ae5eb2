-- What a request key did before. Binds: store_id, request_key. Rows: one or none. Returns: command, digest, result.
SELECT command, digest, result FROM request WHERE store_id = :store_id AND request_key = :request_key
