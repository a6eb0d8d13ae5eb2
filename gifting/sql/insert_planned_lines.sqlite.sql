-- Adds one line of a planned box per run.
-- @each box_no, item_no, units
INSERT INTO planned_line (store_id, box_no, item_no, units) VALUES (:store_id, :box_no, :item_no, :units)
