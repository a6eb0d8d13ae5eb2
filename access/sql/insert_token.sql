-- Adds a token. Binds: every column but revoked_at.
INSERT INTO api_token (store_id, token_hash, user_id, role, label, created_at)
VALUES (:store_id, :token_hash, :user_id, :role, :label, :created_at)
