-- Records a place where a user logged in.
INSERT INTO known_place (user_id, place_hash, last_at) VALUES (:user_id, :place_hash, :last_at)
ON CONFLICT (user_id, place_hash) DO UPDATE SET last_at = excluded.last_at
