-- Forgets the wrong passwords of a login, after the right one.
DELETE FROM login_failure WHERE subject_hash = :subject_hash
