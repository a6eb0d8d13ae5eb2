-- Adds a token.
INSERT INTO api_token (store_id, token_hash, user_id, roles, reads_only, label, created_at, last_day)
VALUES (:store_id, :token_hash, :user_id, :roles, :reads_only, :label, :created_at, :last_day)
