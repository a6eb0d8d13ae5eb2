-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO item_history (store_id, item_no, until_event, name, category, reorder_level, par_level)
VALUES (:store_id, :item_no, :until_event, :name, :category, :reorder_level, :par_level)
