-- Adds one account of a chart per run.
-- @each line_no, account, name
INSERT INTO chart_account (store_id, event_seq, line_no, account, name)
VALUES (:store_id, :event_seq, :line_no, :account, :name)
