-- Wrong passwords so far, none for a new subject; the row stays locked until the transaction ends.
-- @one
INSERT INTO login_failure AS f (subject_hash, failures, last_at) VALUES (:subject_hash, 0, 0)
ON CONFLICT (subject_hash) DO UPDATE SET failures = f.failures
RETURNING failures, last_at
