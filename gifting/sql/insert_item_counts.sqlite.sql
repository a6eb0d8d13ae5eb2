-- Adds one count of an item per run.
-- @each line_no, item_no, counted_on, difference, counted_by
INSERT INTO item_count (store_id, event_seq, line_no, item_no, counted_on, difference, counted_by)
VALUES (:store_id, :event_seq, :line_no, :item_no, :counted_on, :difference, :counted_by)
