-- Deletes old wrong passwords.
DELETE FROM login_failure WHERE last_at <= :before
