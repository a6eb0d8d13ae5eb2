-- Ends a login's lockout by a subject, or by any where subject_hash is empty.
UPDATE lock_out SET until_at = :now
WHERE user_id = :user_id AND until_at > :now AND (:subject_hash = '' OR subject_hash = :subject_hash)
