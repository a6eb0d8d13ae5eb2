-- The facts recorded in `count_entry`, each with its event.
-- @many
SELECT event_seq, count_no, item_no, turn, units, books, last_movement, cost_minor
FROM count_entry
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, count_no, item_no
