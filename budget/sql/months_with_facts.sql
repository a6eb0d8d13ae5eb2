-- The first and last month with totals. Binds: store_id. Rows: one. Returns: first, last, both null when there is none.
SELECT MIN(month), MAX(month) FROM month_total WHERE store_id = :store_id
