-- Disables a user.
UPDATE app_user SET disabled = 1 WHERE user_id = :user_id
