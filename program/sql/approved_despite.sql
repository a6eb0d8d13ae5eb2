-- Why a recipient was chosen for a month against a warning, if a manager has approved it. Binds: store_id, month, code. Rows: one or none.
-- Returns: despite.
SELECT c.despite
FROM recipient r
JOIN choice c ON c.store_id = r.store_id AND c.month = :month AND c.recipient_no = r.recipient_no
WHERE r.store_id = :store_id AND r.code = :code AND c.approved_event > 0 AND c.despite <> ''
