-- Records that a session was used.
UPDATE user_session SET last_seen_at = :now WHERE token_hash = :token_hash AND last_seen_at < :now
