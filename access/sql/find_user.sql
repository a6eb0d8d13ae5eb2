-- A user by login. Binds: login. Rows: one or none. Returns: user_id, login, display_name, password_hash, password_version, disabled.
SELECT user_id, login, display_name, password_hash, password_version, disabled FROM app_user WHERE login = :login
