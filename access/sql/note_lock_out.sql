-- Records a lockout of a login, if a user has it. While the same wrong passwords count, it is the same lockout.
INSERT INTO lock_out AS k (user_id, subject_hash, began_at, until_at, failures, address)
SELECT u.user_id, :subject_hash, :now, :until_at, :failures, :address FROM app_user u WHERE u.user_id = :user_id
ON CONFLICT (user_id) DO UPDATE SET
    began_at = CASE WHEN k.subject_hash = excluded.subject_hash AND k.failures < excluded.failures
        AND k.began_at < excluded.began_at
        THEN k.began_at ELSE excluded.began_at END,
    subject_hash = excluded.subject_hash, until_at = excluded.until_at, failures = excluded.failures,
        address = excluded.address
