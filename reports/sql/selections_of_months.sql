-- The selections of some months that went against a warning, and when they were made.
-- @many
SELECT c.month, r.code, r.name, c.warnings, c.exception_reason, c.selected_by, e.recorded_at
FROM selection c
JOIN recipient r ON r.store_id = c.store_id AND r.recipient_no = c.recipient_no
JOIN event e ON e.store_id = c.store_id AND e.event_seq = c.event_seq
WHERE c.store_id = :store_id AND c.month BETWEEN :first_month AND :last_month AND c.warnings <> ''
ORDER BY c.month, r.code
