-- Records that a token was used, unless another transaction is changing it.
UPDATE api_token SET last_used_at = :now
WHERE token_hash IN (SELECT t.token_hash FROM api_token t WHERE t.token_hash = :token_hash FOR UPDATE SKIP LOCKED)
