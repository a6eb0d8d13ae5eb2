-- Adds a dated cap.
INSERT INTO cap (store_id, cap_no, cap, from_month, amount_minor, action, reason, event_seq, roll_over,
    roll_over_most_minor, warn_percent)
VALUES (:store_id, :cap_no, :cap, :from_month, :amount, :action, :reason, :event_seq, :roll_over,
    :roll_over_most, :warn_percent)
