-- The facts recorded in `item_count`, each with its event.
-- @many
SELECT event_seq, line_no, item_no, counted_on, difference, counted_by
FROM item_count
WHERE store_id = :store_id AND event_seq > :after AND event_seq <= :upto
ORDER BY event_seq, line_no
