-- Writes the note of a box again.
UPDATE box_note
SET version = :version, wording = :wording, event_seq = :event_seq
WHERE store_id = :store_id AND box_no = :box_no
