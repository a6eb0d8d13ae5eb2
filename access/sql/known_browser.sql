-- Whether a browser is known, of whomever. Binds: browser. Rows: one or none. Returns: user_id.
SELECT user_id FROM known_place WHERE place_hash = :browser ORDER BY user_id LIMIT 1
