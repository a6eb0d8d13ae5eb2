-- The facts recorded in `count_session`, each with its event.
-- @many
SELECT event_seq, count_no, counted_on, scope, scope_value, last_movement
FROM count_session
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq
