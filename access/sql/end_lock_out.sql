-- The login does not wait any more. Binds: user_id, subject_hash (empty: whatever it waits for), now.
UPDATE lock_out SET until_at = :now
WHERE user_id = :user_id AND until_at > :now AND (:subject_hash = '' OR subject_hash = :subject_hash)
