-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO month_recipient (store_id, month, recipient_no)
SELECT CAST(:store_id AS bigint), r.month, r.recipient_no
FROM unnest(CAST(:month AS bigint[]), CAST(:recipient_no AS bigint[]))
    AS r (month, recipient_no)
