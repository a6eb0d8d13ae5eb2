-- Stores a new hash of the same password.
UPDATE app_user SET password_hash = :password_hash WHERE user_id = :user_id AND password_version = :password_version
