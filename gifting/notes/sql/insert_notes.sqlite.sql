-- Adds the note of one box per run.
-- @each box_no, version, wording
INSERT INTO box_note (store_id, box_no, version, wording, event_seq) VALUES (:store_id, :box_no, :version, :wording,
    :event_seq)
