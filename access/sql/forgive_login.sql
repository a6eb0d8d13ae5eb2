-- After the right password. Binds: subject_hash.
DELETE FROM login_failure WHERE subject_hash = :subject_hash
