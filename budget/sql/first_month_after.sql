-- The first month with totals after another, if there is any.
-- @one
-- @null month
SELECT MIN(month) AS month FROM month_total WHERE store_id = :store_id AND month > :after
