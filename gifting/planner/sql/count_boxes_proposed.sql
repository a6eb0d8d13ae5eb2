-- The number of recipients with a proposed box in a month.
-- @one
SELECT CAST(COUNT(DISTINCT recipient_no) AS bigint) AS boxes
FROM month_plan_line
WHERE store_id = :store_id AND month = :month
