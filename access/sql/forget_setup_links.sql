-- Forgets setup links that have expired, and those that a clock has dated ahead.
DELETE FROM setup_link WHERE expires_at <= :now OR expires_at > :latest
