-- The recipients on a month's approved list, in the order they were selected, without those anonymized since, those
-- not confirmed, and those marked do-not-gift without an exception reason.
-- @many
SELECT r.recipient_no, r.code, r.sizes, r.preferences, c.exception_reason
FROM selection c
JOIN recipient r ON r.store_id = c.store_id AND r.recipient_no = c.recipient_no
WHERE c.store_id = :store_id AND c.month = :month AND c.approved_event > 0
    AND r.anonymized = 0 AND r.unconfirmed = 0 AND (r.do_not_gift = 0 OR c.exception_reason <> '')
ORDER BY c.event_seq, c.recipient_no
