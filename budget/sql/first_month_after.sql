-- The first month after the given one that has totals, if any.
-- @one
-- @null month
SELECT MIN(month) AS month FROM month_total WHERE store_id = :store_id AND month > :after
