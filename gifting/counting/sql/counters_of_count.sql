-- Who counted in a count.
-- @many
SELECT DISTINCT v.actor
FROM count_entry e
JOIN event v ON v.store_id = e.store_id AND v.event_seq = e.event_seq
WHERE e.store_id = :store_id AND e.count_no = :count_no
ORDER BY v.actor
