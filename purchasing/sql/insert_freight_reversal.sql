-- Adds that freight was reversed.
INSERT INTO freight_reversal (store_id, freight_no, reversed_on, reason, event_seq)
VALUES (:store_id, :freight_no, :reversed_on, :reason, :event_seq)
