-- Adds all signers of the notes in a batch.
INSERT INTO note_signature (store_id, box_no, signer_no, signer, signed_event)
SELECT CAST(:store_id AS bigint), r.box_no, r.signer_no, r.signer, 0
FROM unnest(CAST(:box_no AS bigint[]), CAST(:signer_no AS bigint[]), CAST(:signer AS text[]))
    AS r (box_no, signer_no, signer)
