-- The number of recipients on a month's list, how many of them wait for approval, and the event of the last approval
-- (0 for none).
-- @one
SELECT COUNT(*) AS selected, CAST(COALESCE(SUM(CASE WHEN approved_event = 0 THEN 1
    ELSE 0 END), 0) AS BIGINT) AS waiting,
    COALESCE(MAX(approved_event), 0) AS last_approval
FROM selection
WHERE store_id = :store_id AND month = :month
