-- Ends the tokens of a user in every store.
UPDATE api_token SET ended_at = :ended_at, end_reason = :end_reason WHERE user_id = :user_id AND ended_at IS NULL
