-- For how many recipients a box is proposed in a month. Binds: store_id, month. Rows: one. Returns: count.
SELECT CAST(COUNT(DISTINCT recipient_no) AS bigint) FROM month_plan_line WHERE store_id = :store_id AND month = :month
