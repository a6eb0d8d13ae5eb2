-- Marks a setup link as used.
-- @optional
DELETE FROM setup_link WHERE token_hash = :token_hash AND expires_at > :now AND expires_at <= :latest
    RETURNING expires_at
