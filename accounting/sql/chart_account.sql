-- An account in a chart.
-- @optional
SELECT line_no, name FROM chart_account WHERE store_id = :store_id AND event_seq = :event_seq AND account = :account
