-- The facts recorded in `count_line`, each with its event.
-- @many
SELECT c.event_seq, l.count_no, l.item_no, l.expected
FROM count_session c
JOIN count_line l ON l.store_id = c.store_id AND l.count_no = c.count_no
WHERE c.store_id = :store_id AND c.event_seq > :after AND c.event_seq <= :upto
ORDER BY c.event_seq, l.item_no
