-- Deletes old wrong passwords, and skips those locked by others.
DELETE FROM login_failure
WHERE subject_hash IN (SELECT subject_hash FROM login_failure WHERE last_at <= :before
    ORDER BY subject_hash FOR UPDATE SKIP LOCKED)
