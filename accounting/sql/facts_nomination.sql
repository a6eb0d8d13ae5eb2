-- The facts recorded in `nomination`, each with its event.
-- @many
-- @integer month
SELECT event_seq, nomination_no, month, recipient_no, adviser, department
FROM nomination
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, nomination_no
