-- The numbers of the orders below a number, the newest first.
-- @many
SELECT order_no
FROM purchase_order
WHERE store_id = :store_id AND order_no < :below AND version = 1
ORDER BY order_no DESC
LIMIT :most
