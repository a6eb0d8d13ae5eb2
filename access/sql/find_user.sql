-- A user by login.
-- @optional
SELECT user_id, login, display_name, password_hash, password_version, disabled FROM app_user WHERE login = :login
