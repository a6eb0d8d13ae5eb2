-- The facts recorded in `box_note`, each with its event.
-- @many
SELECT event_seq, box_no, version
FROM box_note
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, box_no
