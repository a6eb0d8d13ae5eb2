-- Uses a link up. Binds: token_hash, now, latest. Rows: one or none. Returns: expires_at.
DELETE FROM setup_link WHERE token_hash = :token_hash AND expires_at > :now AND expires_at <= :latest RETURNING expires_at
