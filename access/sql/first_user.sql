-- Whether there is a user. Rows: one or none. Returns: user_id.
SELECT user_id FROM app_user ORDER BY user_id LIMIT 1
