-- Who signs the note of a box; nobody where it has none. Binds: store_id, box_no. Returns: signer_no, signer, when it was signed (null until then).
SELECT s.signer_no, s.signer, e.recorded_at
FROM note_signature s
JOIN box_note n ON n.store_id = s.store_id AND n.box_no = s.box_no AND n.wording <> ''
LEFT JOIN event e ON e.store_id = s.store_id AND e.event_seq = s.signed_event
WHERE s.store_id = :store_id AND s.box_no = :box_no
ORDER BY s.signer_no
