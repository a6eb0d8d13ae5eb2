-- Whether there is a user.
-- @optional
SELECT user_id FROM app_user ORDER BY user_id LIMIT 1
