-- Adds a user with a first password.
INSERT INTO app_user (user_id, login, display_name, password_hash, password_version, disabled)
VALUES (:user_id, :login, :display_name, :password_hash, 1, 0)
