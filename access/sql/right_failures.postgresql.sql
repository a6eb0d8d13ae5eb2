-- Sets wrong passwords dated in the future to now, and skips those locked by others.
UPDATE login_failure SET last_at = :now
WHERE subject_hash IN (SELECT subject_hash FROM login_failure WHERE last_at > :now ORDER BY subject_hash
    FOR UPDATE SKIP LOCKED)
