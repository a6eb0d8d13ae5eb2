-- The facts recorded in `box_department`, each with its event.
-- @many
SELECT event_seq, box_no, department, reason
FROM box_department
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq
