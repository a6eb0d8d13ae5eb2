-- Adds accounts of a chart.
INSERT INTO chart_account (store_id, event_seq, line_no, account, name)
SELECT CAST(:store_id AS bigint), CAST(:event_seq AS bigint), r.line_no, r.account, r.name
FROM unnest(CAST(:line_no AS bigint[]), CAST(:account AS text[]), CAST(:name AS text[])) AS r (line_no, account, name)
