-- The first close, of a month or a later one, that kept the stock at the end of its last day.
-- @optional
SELECT month, stock_gift_units, stock_gift_minor, stock_packaging_units, stock_packaging_minor
FROM closed_month
WHERE store_id = :store_id AND month >= :month AND stock_gift_units >= 0 AND stock_packaging_units >= 0
ORDER BY month
LIMIT 1
