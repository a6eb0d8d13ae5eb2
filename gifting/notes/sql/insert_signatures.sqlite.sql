-- Adds one who signs the note of a box a run.
-- @each box_no, signer_no, signer
INSERT INTO note_signature (store_id, box_no, signer_no, signer, signed_event) VALUES (:store_id, :box_no, :signer_no, :signer, 0)
