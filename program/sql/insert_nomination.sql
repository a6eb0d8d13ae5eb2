-- Adds an open nomination. Binds: every column but state and answer.
INSERT INTO nomination (store_id, nomination_no, month, recipient_no, adviser, department, reason, state, answer, event_seq)
VALUES (:store_id, :nomination_no, :month, :recipient_no, :adviser, :department, :reason, 'open', '', :event_seq)
