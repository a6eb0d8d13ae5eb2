-- The login does not wait any more for wrong passwords of a subject; for any, where subject_hash is empty.
UPDATE lock_out SET until_at = :now
WHERE user_id = :user_id AND until_at > :now AND (:subject_hash = '' OR subject_hash = :subject_hash)
