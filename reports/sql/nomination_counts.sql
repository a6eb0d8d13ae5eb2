-- The outcomes of some months' nominations, by adviser and department.
-- @many
SELECT n.adviser, n.department, COUNT(*) AS nominated,
    CAST(SUM(CASE WHEN n.state = 'open' AND c.month IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT) AS selected,
    CAST(SUM(CASE WHEN n.state = 'open' AND g.month IS NOT NULL THEN 1 ELSE 0 END) AS BIGINT) AS given,
    CAST(SUM(CASE WHEN n.state = 'declined' THEN 1 ELSE 0 END) AS BIGINT) AS declined,
    CAST(SUM(CASE WHEN n.state = 'withdrawn' THEN 1 ELSE 0 END) AS BIGINT) AS withdrawn
FROM nomination n
LEFT JOIN selection c ON c.store_id = n.store_id AND c.month = n.month AND c.recipient_no = n.recipient_no
LEFT JOIN month_recipient g ON g.store_id = n.store_id AND g.month = n.month AND g.recipient_no = n.recipient_no
WHERE n.store_id = :store_id AND n.month BETWEEN :first AND :last
GROUP BY n.adviser, n.department
ORDER BY n.adviser, n.department
