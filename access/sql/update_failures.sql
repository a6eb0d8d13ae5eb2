-- Counts a wrong password.
UPDATE login_failure SET failures = :failures, last_at = :last_at WHERE subject_hash = :subject_hash
