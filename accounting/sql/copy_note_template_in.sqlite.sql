-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO note_template (store_id, version, wording, signers, event_seq, approved_by, approved_event)
VALUES (:store_id, :version, :wording, :signers, :event_seq, :approved_by, :approved_event)
