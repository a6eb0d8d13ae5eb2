-- Keeps who was to sign a note before it is written again.
INSERT INTO earlier_signature (store_id, event_seq, box_no, signer_no, signer)
SELECT n.store_id, n.event_seq, n.box_no, s.signer_no, s.signer
FROM box_note n
JOIN note_signature s ON s.store_id = n.store_id AND s.box_no = n.box_no
WHERE n.store_id = :store_id AND n.box_no = :box_no
