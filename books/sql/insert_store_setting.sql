-- Adds a dated value of a setting.
INSERT INTO store_setting (store_id, name, from_month, event_seq, value, reason)
VALUES (:store_id, :name, :from_month, :event_seq, :value, :reason)
