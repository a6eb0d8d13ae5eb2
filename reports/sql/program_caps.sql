-- The history of the month's cap, in the order it was set. Binds: store_id. Returns: from_month, amount_minor.
SELECT from_month, amount_minor
FROM cap
WHERE store_id = :store_id AND cap = 'month.program'
ORDER BY cap_no
