-- A count, with who started and who ended it.
-- @optional
-- @null outcome, reason, ended_event, ended_by, ended_at
SELECT c.*, s.actor AS started_by, s.recorded_at AS started_at, e.outcome, e.reason, e.event_seq AS ended_event,
    x.actor AS ended_by, x.recorded_at AS ended_at
FROM count_session c
JOIN event s ON s.store_id = c.store_id AND s.event_seq = c.event_seq
LEFT JOIN count_end e ON e.store_id = c.store_id AND e.count_no = c.count_no
LEFT JOIN event x ON x.store_id = e.store_id AND x.event_seq = e.event_seq
WHERE c.store_id = :store_id AND c.count_no = :count_no
