-- Uses a link up. Binds: token_hash, now. Rows: one or none. Returns: expires_at.
DELETE FROM setup_link WHERE token_hash = :token_hash AND expires_at > :now RETURNING expires_at
