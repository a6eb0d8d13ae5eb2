-- Forgets old wrong passwords, and passes over those that somebody holds.
DELETE FROM login_failure
WHERE subject_hash IN (SELECT subject_hash FROM login_failure WHERE last_at <= :before ORDER BY subject_hash FOR UPDATE SKIP LOCKED)
