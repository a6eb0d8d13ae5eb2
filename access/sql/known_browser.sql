-- Whether any user is known from this browser.
-- @optional
SELECT user_id FROM known_place WHERE place_hash = :browser ORDER BY user_id LIMIT 1
