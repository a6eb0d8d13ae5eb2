-- Deletes places not used for a login for a long time.
DELETE FROM known_place WHERE last_at <= :before
