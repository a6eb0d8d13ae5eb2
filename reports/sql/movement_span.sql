-- The numbers between which all movements of some months stand.
-- @one
SELECT COALESCE(MIN(first_movement), 0) AS first, COALESCE(MAX(last_movement), 0) AS last
FROM month_total
WHERE store_id = :store_id AND month BETWEEN :first_month AND :last_month AND first_movement > 0
