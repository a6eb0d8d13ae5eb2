-- The numbers between which all movements of a month stand; 0 for none.
-- @one
SELECT COALESCE(MIN(first_movement), 0) AS first_movement, COALESCE(MAX(last_movement), 0) AS last_movement
FROM month_total
WHERE store_id = :store_id AND month = :month AND first_movement > 0
