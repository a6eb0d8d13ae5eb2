-- Forgets places where nobody has logged in for long.
DELETE FROM known_place WHERE last_at <= :before
