-- Adds one signer of a box's note per run.
-- @each box_no, signer_no, signer
INSERT INTO note_signature (store_id, box_no, signer_no, signer, signed_event) VALUES (:store_id, :box_no,
    :signer_no, :signer, 0)
