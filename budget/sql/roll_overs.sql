-- What rolled over into a range of months.
-- @many
-- @integer month
SELECT month, cap, amount_minor
FROM cap_roll_over
WHERE store_id = :store_id AND month BETWEEN :first AND :last
ORDER BY month, cap
