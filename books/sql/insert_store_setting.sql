-- Adds a value that a setting has from a month on.
INSERT INTO store_setting (store_id, name, from_month, event_seq, value, reason)
VALUES (:store_id, :name, :from_month, :event_seq, :value, :reason)
