-- What moved of an item until the end of a day, in movements numbered over `after`, newest first. Binds: store_id, item_no, day, after.
-- Returns: seq, moved_on, kind, units, box_no (0 for none), event_seq, actor.
SELECT m.seq, m.moved_on, m.kind, m.units, COALESCE(m.box_no, 0), m.event_seq, e.actor
FROM movement m
JOIN event e ON e.store_id = m.store_id AND e.event_seq = m.event_seq
WHERE m.store_id = :store_id AND m.seq > :after AND m.item_no = :item_no AND m.moved_on <= :day
ORDER BY m.seq DESC
