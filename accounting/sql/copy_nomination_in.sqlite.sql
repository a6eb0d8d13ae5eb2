-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO nomination (store_id, nomination_no, month, recipient_no, adviser, department, reason, state, answer, event_seq,
    adviser_folded, adviser_twin)
VALUES (:store_id, :nomination_no, :month, :recipient_no, :adviser, :department, :reason, :state, :answer,
    :event_seq, :adviser_folded, :adviser_twin)
