-- Which of two places a user is known at. Binds: user_id, browser, address. Returns: place_hash.
SELECT place_hash FROM known_place WHERE user_id = :user_id AND place_hash IN (:browser, :address) ORDER BY place_hash
