-- Adds that a bill was reversed.
INSERT INTO bill_reversal (store_id, bill_no, reversed_on, reason, event_seq)
VALUES (:store_id, :bill_no, :reversed_on, :reason, :event_seq)
