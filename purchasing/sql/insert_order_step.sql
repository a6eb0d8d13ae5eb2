-- Adds a step of an order.
INSERT INTO order_step (store_id, order_no, event_seq, step_no, state, step_on, reason, step_by)
VALUES (:store_id, :order_no, :event_seq, :step_no, :state, :step_on, :reason, :step_by)
