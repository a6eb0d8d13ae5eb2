-- The facts recorded in `box_note`, each with its event; those of notes that were written again, too.
-- @many
SELECT event_seq, box_no, version
FROM box_note
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
UNION ALL
SELECT event_seq, box_no, version
FROM earlier_note
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, box_no
