-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO box_note (store_id, box_no, version, wording, event_seq)
VALUES (:store_id, :box_no, :version, :wording, :event_seq)
