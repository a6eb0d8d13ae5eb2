-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO recipe (store_id, recipe_no, version, name, labor_minutes, event_seq, name_folded, name_twin)
VALUES (:store_id, :recipe_no, :version, :name, :labor_minutes, :event_seq, :name_folded, :name_twin)
