-- The facts recorded in `selection`, each with its event.
-- @many
-- @integer month
SELECT event_seq, month, recipient_no, selected_by
FROM selection
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, month, recipient_no
