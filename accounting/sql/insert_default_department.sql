-- Sets the department of boxes without one of their own, from a month on.
INSERT INTO default_department (store_id, event_seq, from_month, department)
VALUES (:store_id, :event_seq, :from_month, :department)
