-- The login of a user by number. Binds: user_id. Rows: one or none. Returns: login.
SELECT login FROM app_user WHERE user_id = :user_id
