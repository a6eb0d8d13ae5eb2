-- Puts a reason on the list of the store, or takes it off.
INSERT INTO stock_reason (store_id, event_seq, name, listed)
VALUES (:store_id, :event_seq, :name, :listed)
