-- What a batch books to each account: its debits, and its credits.
-- @many
SELECT account, role, department, CAST(COALESCE(SUM(CASE WHEN amount_minor > 0 THEN amount_minor END), 0) AS BIGINT)
    AS debit_minor,
    CAST(COALESCE(SUM(CASE WHEN amount_minor < 0 THEN -amount_minor END), 0) AS BIGINT) AS credit_minor,
    COUNT(*) AS lines
FROM journal_line
WHERE store_id = :store_id AND batch_no = :batch_no
GROUP BY account, role, department
ORDER BY account, role, department
