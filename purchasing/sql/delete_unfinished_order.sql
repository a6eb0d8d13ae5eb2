-- Notes that an order ended, or is complete.
DELETE FROM unfinished_order WHERE store_id = :store_id AND order_no = :order_no
