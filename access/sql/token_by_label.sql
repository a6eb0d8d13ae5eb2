-- A token of a store, ended or not.
-- @optional
SELECT token_hash, user_id, roles, reads_only, end_reason FROM api_token WHERE store_id = :store_id AND label = :label
