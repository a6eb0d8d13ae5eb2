-- The distinct recipients who were given a box in some months.
-- @one
SELECT COUNT(DISTINCT recipient_no) AS recipients
FROM month_recipient
WHERE store_id = :store_id AND month BETWEEN :first_month AND :last_month
