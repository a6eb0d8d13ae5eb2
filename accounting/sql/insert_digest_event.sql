-- Appends the event that keeps the digest of all facts before.
INSERT INTO event (store_id, event_seq, recorded_at, actor, action, subject, detail, hash)
VALUES (:store_id, :event_seq, :recorded_at, :actor, :action, :subject, :detail, :hash)
