-- Locks a subject's row until the transaction ends, and returns its wrong passwords so far, 0 for a new subject.
-- @one
INSERT INTO login_failure AS f (subject_hash, failures, last_at) VALUES (:subject_hash, 0, 0)
ON CONFLICT (subject_hash) DO UPDATE SET failures = f.failures
RETURNING failures, last_at
