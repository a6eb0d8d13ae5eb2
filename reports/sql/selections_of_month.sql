-- The recipients on a month's list, and when they were selected.
-- @many
SELECT c.recipient_no, r.code, r.name, c.warnings, c.exception_reason, c.selected_by, c.approved_event, e.recorded_at
FROM selection c
JOIN recipient r ON r.store_id = c.store_id AND r.recipient_no = c.recipient_no
JOIN event e ON e.store_id = c.store_id AND e.event_seq = c.event_seq
WHERE c.store_id = :store_id AND c.month = :month
ORDER BY r.code
