-- The numbers of the orders above a number, the oldest first.
-- @many
SELECT order_no
FROM purchase_order
WHERE store_id = :store_id AND order_no > :after AND version = 1
ORDER BY order_no
LIMIT :most
