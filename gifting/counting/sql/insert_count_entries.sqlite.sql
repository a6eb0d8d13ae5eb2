-- Adds what was counted of one item per run.
-- @each item_no, turn, units, books, last_movement, cost
INSERT INTO count_entry (store_id, count_no, item_no, turn, units, books, last_movement, cost_minor, event_seq)
VALUES (:store_id, :count_no, :item_no, :turn, :units, :books, :last_movement, :cost, :event_seq)
