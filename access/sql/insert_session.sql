-- Begins a session.
INSERT INTO user_session (token_hash, user_id, password_version, created_at, last_seen_at, ends_at)
VALUES (:token_hash, :user_id, :password_version, :now, :now, :ends_at)
