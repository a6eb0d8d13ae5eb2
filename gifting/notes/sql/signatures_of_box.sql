-- The signers of a box's note, and when they signed; no row if the box has no note.
-- @many
-- @null signed_at
SELECT s.signer_no, s.signer, e.recorded_at AS signed_at
FROM note_signature s
JOIN box_note n ON n.store_id = s.store_id AND n.box_no = s.box_no AND n.wording <> ''
LEFT JOIN event e ON e.store_id = s.store_id AND e.event_seq = s.signed_event
WHERE s.store_id = :store_id AND s.box_no = :box_no
ORDER BY s.signer_no
