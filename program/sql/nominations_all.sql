-- Every nomination. Binds: store_id.
-- Returns: nomination_no, month, recipient_no, recipient code, recipient name, adviser, department, reason, state, answer, whether chosen.
SELECT n.nomination_no, n.month, n.recipient_no, r.code, r.name, n.adviser, n.department, n.reason, n.state, n.answer,
    CASE WHEN c.month IS NULL THEN 0 ELSE 1 END
FROM nomination n
JOIN recipient r ON r.store_id = n.store_id AND r.recipient_no = n.recipient_no
LEFT JOIN choice c ON c.store_id = n.store_id AND c.month = n.month AND c.recipient_no = n.recipient_no
WHERE n.store_id = :store_id
ORDER BY n.nomination_no
