-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO note_signature (store_id, box_no, signer_no, signer, signed_event)
VALUES (:store_id, :box_no, :signer_no, :signer, :signed_event)
