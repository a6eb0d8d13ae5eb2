-- The nominations of one recipient, with whether the recipient is selected for their month.
-- @many
SELECT n.nomination_no, n.month, n.recipient_no, r.code AS recipient_code, r.name AS recipient_name, n.adviser,
    n.department, n.reason, n.state, n.answer, CASE WHEN c.month IS NULL THEN 0 ELSE 1 END AS is_selected
FROM nomination n
JOIN recipient r ON r.store_id = n.store_id AND r.recipient_no = n.recipient_no
LEFT JOIN selection c ON c.store_id = n.store_id AND c.month = n.month AND c.recipient_no = n.recipient_no
WHERE n.store_id = :store_id AND n.recipient_no = :recipient_no
ORDER BY n.nomination_no
