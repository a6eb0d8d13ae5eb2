-- Marks a batch as posted.
INSERT INTO journal_posting (store_id, batch_no, reference, event_seq)
VALUES (:store_id, :batch_no, :reference, :event_seq)
