-- A link that can be used. Binds: token_hash, now, latest. Rows: one or none. Returns: expires_at.
SELECT expires_at FROM setup_link WHERE token_hash = :token_hash AND expires_at > :now AND expires_at <= :latest
