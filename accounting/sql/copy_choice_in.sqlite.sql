-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO choice (store_id, month, recipient_no, warnings, despite, chosen_by, event_seq, approved_by, approved_event)
VALUES (:store_id, :month, :recipient_no, :warnings, :despite, :chosen_by, :event_seq, :approved_by,
    :approved_event)
