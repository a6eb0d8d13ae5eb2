-- Keeps a user out. Binds: user_id.
UPDATE app_user SET disabled = 1 WHERE user_id = :user_id
