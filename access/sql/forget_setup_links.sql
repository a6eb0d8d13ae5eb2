-- Forgets links that have expired. Binds: now.
DELETE FROM setup_link WHERE expires_at <= :now
