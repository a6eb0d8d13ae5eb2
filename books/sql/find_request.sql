-- The earlier use of a request key.
-- @optional
SELECT command, digest, result FROM request WHERE store_id = :store_id AND request_key = :request_key
