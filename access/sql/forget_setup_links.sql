-- Deletes setup links that have expired or are dated in the future.
DELETE FROM setup_link WHERE expires_at <= :now OR expires_at > :latest
