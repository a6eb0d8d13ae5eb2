-- The history of a month's cap, in the order set.
-- @many
SELECT from_month, amount_minor, action, roll_over
FROM cap
WHERE store_id = :store_id AND cap = 'month.program'
ORDER BY cap_no
