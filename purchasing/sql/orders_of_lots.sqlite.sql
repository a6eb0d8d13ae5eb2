-- The orders that one lot per run came for.
-- @many
-- @each lot_no
SELECT order_no FROM order_receipt WHERE store_id = :store_id AND lot_no = :lot_no
ORDER BY order_no
