-- Who gave the box of this subject last, among so many of the newest events.
-- @optional
SELECT e.actor, e.recorded_at
FROM event e
WHERE e.store_id = :store_id AND e.action = 'box.give' AND e.subject = :subject
    AND e.event_seq > (SELECT b.last_event FROM store_books b WHERE b.store_id = :store_id) - :newest
ORDER BY e.event_seq DESC
LIMIT 1
