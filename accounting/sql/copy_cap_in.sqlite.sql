-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO cap (store_id, cap_no, cap, from_month, amount_minor, action, reason, event_seq)
VALUES (:store_id, :cap_no, :cap, :from_month, :amount_minor, :action, :reason, :event_seq)
