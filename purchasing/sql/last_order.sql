-- The number of the newest order, 0 if there is none.
-- @one
SELECT COALESCE(MAX(order_no), 0) AS order_no FROM purchase_order WHERE store_id = :store_id
