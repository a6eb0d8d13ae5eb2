-- Forgets old wrong passwords. Binds: before.
DELETE FROM login_failure WHERE last_at <= :before
