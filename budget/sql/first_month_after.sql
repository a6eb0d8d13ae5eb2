-- The first month with totals after another. Binds: store_id, after. Rows: one. Returns: the month, null when there is none.
SELECT MIN(month) FROM month_total WHERE store_id = :store_id AND month > :after
