-- Logs out. Binds: token_hash.
DELETE FROM user_session WHERE token_hash = :token_hash
