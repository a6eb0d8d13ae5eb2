-- Adds a dated cap.
INSERT INTO cap (store_id, cap_no, cap, from_month, amount_minor, action, reason, event_seq)
VALUES (:store_id, :cap_no, :cap, :from_month, :amount, :action, :reason, :event_seq)
