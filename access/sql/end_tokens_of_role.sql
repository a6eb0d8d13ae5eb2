-- Ends a user's tokens in a store that have a role. The role is bound between blanks and percent signs.
UPDATE api_token SET ended_at = :ended_at, end_reason = :end_reason
WHERE store_id = :store_id AND user_id = :user_id AND ended_at IS NULL AND (' ' || roles || ' ') LIKE :role
