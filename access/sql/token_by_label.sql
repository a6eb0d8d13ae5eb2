-- A token of a store, revoked or not. Binds: store_id, label. Rows: one or none. Returns: token_hash, user_id, role, revoked_at.
SELECT token_hash, user_id, role, revoked_at FROM api_token WHERE store_id = :store_id AND label = :label
