-- Adds an open nomination.
INSERT INTO nomination (store_id, nomination_no, month, recipient_no, adviser, department, reason, state, answer,
    event_seq, adviser_folded)
VALUES (:store_id, :nomination_no, :month, :recipient_no, :adviser, :department, :reason, 'open', '', :event_seq,
    :adviser_folded)
