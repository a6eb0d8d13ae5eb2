-- Writes down that a token was used. Binds: token_hash, now.
UPDATE api_token SET last_used_at = :now WHERE token_hash = :token_hash
