-- The facts recorded in `count_end`, each with its event.
-- @many
SELECT event_seq, count_no, outcome, reason
FROM count_end
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq
