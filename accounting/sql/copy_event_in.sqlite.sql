-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO event (store_id, event_seq, recorded_at, actor, action, subject, detail, hash)
VALUES (:store_id, :event_seq, :recorded_at, :actor, :action, :subject, :detail, :hash)
