-- Takes back one. Binds: subject_hash.
UPDATE login_failure SET failures = failures - 1 WHERE subject_hash = :subject_hash AND failures > 0
