-- Adds one item of a count per run.
-- @each item_no, expected
INSERT INTO count_line (store_id, count_no, item_no, expected) VALUES (:store_id, :count_no, :item_no, :expected)
