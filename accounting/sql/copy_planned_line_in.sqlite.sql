-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO planned_line (store_id, box_no, item_no, units)
VALUES (:store_id, :box_no, :item_no, :units)
