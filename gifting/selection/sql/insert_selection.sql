-- Puts a recipient on the list of a month, not yet approved.
INSERT INTO selection (store_id, month, recipient_no, warnings, exception_reason, selected_by, event_seq,
    approved_by, approved_event)
VALUES (:store_id, :month, :recipient_no, :warnings, :exception_reason, :selected_by, :event_seq, '', 0)
