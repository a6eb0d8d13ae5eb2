-- Deletes a login's wrong passwords after the right one.
DELETE FROM login_failure WHERE subject_hash = :subject_hash
