-- The first and last month with totals, if any.
-- @one
-- @null first_month, last_month
SELECT MIN(month) AS first_month, MAX(month) AS last_month FROM month_total WHERE store_id = :store_id
