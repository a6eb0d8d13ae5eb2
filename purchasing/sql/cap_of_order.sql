-- The cap that an order exceeded when it was approved.
-- @optional
SELECT cap, amount_minor, would_be_minor, month, rolled_minor, percent
FROM cap_exception
WHERE store_id = :store_id AND order_no = :order_no
