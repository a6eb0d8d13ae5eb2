-- Records once each that recipients were given a box in the month. Rows that are there are left out before ON CONFLICT
-- would: Citus counts what is selected as inserted.
INSERT INTO month_recipient (store_id, month, recipient_no)
SELECT CAST(:store_id AS bigint), CAST(:month AS bigint), r.recipient_no
FROM unnest(CAST(:recipient_no AS bigint[])) AS r (recipient_no)
WHERE NOT EXISTS (SELECT 1 FROM month_recipient m
    WHERE m.store_id = :store_id AND m.month = :month AND m.recipient_no = r.recipient_no)
ON CONFLICT (store_id, month, recipient_no) DO NOTHING
