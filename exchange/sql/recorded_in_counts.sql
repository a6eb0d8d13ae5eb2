-- The counts in which an event recorded what was counted, and whether each is open, posted or cancelled.
-- @many
-- @text outcome
SELECT e.count_no, COALESCE(x.outcome, 'open') AS outcome
FROM count_entry e
LEFT JOIN count_end x ON x.store_id = e.store_id AND x.count_no = e.count_no
WHERE e.store_id = :store_id AND e.event_seq = :event_seq
GROUP BY e.count_no, x.outcome
ORDER BY e.count_no
