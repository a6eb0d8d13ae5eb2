-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO recipe_line (store_id, recipe_no, version, line_no, item_no, category, units)
VALUES (:store_id, :recipe_no, :version, :line_no, :item_no, :category, :units)
