-- Starts a count.
INSERT INTO count_session (store_id, count_no, counted_on, scope, scope_value, last_movement, event_seq)
VALUES (:store_id, :count_no, :counted_on, :scope, :scope_value, :last_movement, :event_seq)
