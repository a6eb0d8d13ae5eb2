-- Adds a version of the template, with one signer per line.
INSERT INTO note_template (store_id, version, wording, signers, event_seq, approved_by, approved_event)
VALUES (:store_id, :version, :wording, :signers, :event_seq, '', 0)
