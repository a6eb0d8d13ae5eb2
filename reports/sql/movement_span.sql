-- The numbers between which all movements of some months stand. Binds: store_id, first_month, last_month. Rows: one. Returns: first, last.
SELECT COALESCE(MIN(first_movement), 0), COALESCE(MAX(last_movement), 0)
FROM month_total
WHERE store_id = :store_id AND month BETWEEN :first_month AND :last_month AND first_movement > 0
