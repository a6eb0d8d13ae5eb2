-- Records once each that recipients were given a box in the month.
INSERT INTO month_recipient (store_id, month, recipient_no)
SELECT CAST(:store_id AS bigint), CAST(:month AS bigint), r.recipient_no
FROM unnest(CAST(:recipient_no AS bigint[])) AS r (recipient_no)
ON CONFLICT (store_id, month, recipient_no) DO NOTHING
