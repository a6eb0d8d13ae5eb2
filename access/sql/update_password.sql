-- Replaces a password. The old one's sessions end.
UPDATE app_user SET password_hash = :password_hash, password_version = password_version + 1 WHERE user_id = :user_id
