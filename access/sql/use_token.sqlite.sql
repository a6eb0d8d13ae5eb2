-- Records that a token was used.
UPDATE api_token SET last_used_at = :now WHERE token_hash = :token_hash
