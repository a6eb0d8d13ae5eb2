-- Which of two places a user is known from.
-- @many
SELECT place_hash FROM known_place WHERE user_id = :user_id AND place_hash IN (:browser, :address) ORDER BY place_hash
