-- Deletes all but the latest places of a user.
DELETE FROM known_place WHERE user_id = :user_id AND place_hash NOT IN (SELECT p.place_hash FROM known_place p
    WHERE p.user_id = :user_id ORDER BY p.last_at DESC, p.place_hash LIMIT :most)
