-- An item's movements until the end of a day, numbered over `after`, newest first. Box 0 means no box.
-- @many
SELECT m.seq, m.moved_on, m.kind, m.units, COALESCE(m.box_no, 0) AS box_no, m.event_seq, e.actor
FROM movement m
JOIN event e ON e.store_id = m.store_id AND e.event_seq = m.event_seq
WHERE m.store_id = :store_id AND m.seq > :after AND m.item_no = :item_no AND m.moved_on <= :day
    AND m.units <> 0
ORDER BY m.seq DESC
