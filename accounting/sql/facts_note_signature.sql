-- The facts recorded in `note_signature`, each with its event; those of notes that were written again, too.
-- @many
SELECT n.event_seq, s.box_no, s.signer_no, s.signer
FROM box_note n
JOIN note_signature s ON s.store_id = n.store_id AND s.box_no = n.box_no
WHERE n.store_id = :store_id AND n.event_seq > :after AND n.event_seq <= :upto
UNION ALL
SELECT event_seq, box_no, signer_no, signer
FROM earlier_signature
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, box_no, signer_no
