-- Wrong passwords that a clock has dated ahead were now at the latest. Passes over those that somebody holds.
UPDATE login_failure SET last_at = :now
WHERE subject_hash IN (SELECT subject_hash FROM login_failure WHERE last_at > :now ORDER BY subject_hash FOR UPDATE SKIP LOCKED)
