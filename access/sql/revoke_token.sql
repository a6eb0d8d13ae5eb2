-- Ends a token. Binds: store_id, label, revoked_at.
UPDATE api_token SET revoked_at = :revoked_at WHERE store_id = :store_id AND label = :label
