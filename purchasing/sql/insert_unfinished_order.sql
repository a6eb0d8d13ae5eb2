-- Notes that an order is unfinished, if it is not noted yet.
INSERT INTO unfinished_order (store_id, order_no) VALUES (:store_id, :order_no)
ON CONFLICT (store_id, order_no) DO NOTHING
