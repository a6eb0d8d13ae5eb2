-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO month_plan_line (store_id, month, recipient_no, item_no, units)
VALUES (:store_id, :month, :recipient_no, :item_no, :units)
