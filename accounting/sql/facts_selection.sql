-- The facts recorded in `choice`: the event, then the columns of a fact.
-- @many
-- @integer month
SELECT event_seq, month, recipient_no, selected_by
FROM selection
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, month, recipient_no
