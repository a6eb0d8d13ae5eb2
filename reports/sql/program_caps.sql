-- The history of the cap of a month, in the order it was set.
-- @many
SELECT from_month, amount_minor
FROM cap
WHERE store_id = :store_id AND cap = 'month.program'
ORDER BY cap_no
