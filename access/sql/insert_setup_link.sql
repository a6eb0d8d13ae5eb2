-- Adds a setup link.
INSERT INTO setup_link (token_hash, expires_at) VALUES (:token_hash, :expires_at)
