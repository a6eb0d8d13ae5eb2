-- Ends a count.
INSERT INTO count_end (store_id, count_no, outcome, reason, event_seq)
VALUES (:store_id, :count_no, :outcome, :reason, :event_seq)
