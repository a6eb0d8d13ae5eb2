-- Disables a user, or enables it again.
UPDATE app_user SET disabled = :disabled WHERE user_id = :user_id
