-- Ends a user's tokens with a role in the stores of an entity or (entity empty) in every store. The role is bound
-- between blanks and percent signs.
UPDATE api_token SET ended_at = :ended_at, end_reason = :end_reason
WHERE user_id = :user_id AND ended_at IS NULL AND (' ' || roles || ' ') LIKE :role
    AND (CAST(:entity AS text) = '' OR store_id IN (SELECT s.store_id FROM store s WHERE s.entity = :entity))
