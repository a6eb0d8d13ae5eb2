-- Subtracts one wrong password of an address.
UPDATE login_failure SET failures = failures - 1 WHERE subject_hash = :subject_hash AND failures > 0
