-- Whoever is on the approved list of a month, in the order in which they were chosen. Left out are those anonymized
-- since, and those marked do-not-gift without a reason to choose them all the same.
-- @many
SELECT r.recipient_no, r.code, r.sizes, r.preferences, c.exception_reason
FROM selection c
JOIN recipient r ON r.store_id = c.store_id AND r.recipient_no = c.recipient_no
WHERE c.store_id = :store_id AND c.month = :month AND c.approved_event > 0
    AND r.anonymized = 0 AND (r.do_not_gift = 0 OR c.exception_reason <> '')
ORDER BY c.event_seq, c.recipient_no
