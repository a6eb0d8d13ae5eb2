-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO month_recipient (store_id, month, recipient_no)
VALUES (:store_id, :month, :recipient_no)
