-- The exception reason for a recipient's selection for a month, if a manager approved it.
-- @optional
SELECT c.exception_reason
FROM recipient r
JOIN selection c ON c.store_id = r.store_id AND c.month = :month AND c.recipient_no = r.recipient_no
WHERE r.store_id = :store_id AND r.code_folded = :code_folded AND c.approved_event > 0 AND c.exception_reason <> ''
    AND (r.code = :code OR NOT EXISTS (SELECT 1 FROM recipient x WHERE x.store_id = :store_id AND x.code = :code))
ORDER BY r.code
