-- A usable setup link.
-- @optional
SELECT expires_at FROM setup_link WHERE token_hash = :token_hash AND expires_at > :now AND expires_at <= :latest
