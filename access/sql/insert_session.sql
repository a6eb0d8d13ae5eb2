-- Begins a session. Binds: every column; now is both created_at and last_seen_at.
INSERT INTO user_session (token_hash, user_id, password_version, created_at, last_seen_at, ends_at)
VALUES (:token_hash, :user_id, :password_version, :now, :now, :ends_at)
