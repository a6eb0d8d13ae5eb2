-- The login of a user by number.
-- @optional
SELECT login FROM app_user WHERE user_id = :user_id
