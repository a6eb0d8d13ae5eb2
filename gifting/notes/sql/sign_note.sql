-- Records that a signer signed the note of a box.
UPDATE note_signature
SET signed_event = :signed_event
WHERE store_id = :store_id AND box_no = :box_no AND signer_no = :signer_no
