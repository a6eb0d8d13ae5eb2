-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO month_plan (store_id, month, recipe_no, recipe_version, summary, event_seq)
VALUES (:store_id, :month, :recipe_no, :recipe_version, :summary, :event_seq)
