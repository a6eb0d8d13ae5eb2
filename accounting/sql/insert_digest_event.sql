-- Appends the event with the digest of all earlier facts.
INSERT INTO event (store_id, event_seq, recorded_at, actor, action, subject, detail, hash)
VALUES (:store_id, :event_seq, :recorded_at, :actor, :action, :subject, :detail, :hash)
