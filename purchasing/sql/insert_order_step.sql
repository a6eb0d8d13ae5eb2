-- Adds a step of an order.
INSERT INTO order_step (store_id, order_no, event_seq, state, step_on, reason)
VALUES (:store_id, :order_no, :event_seq, :state, :step_on, :reason)
