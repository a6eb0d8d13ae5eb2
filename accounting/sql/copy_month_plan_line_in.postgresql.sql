-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO month_plan_line (store_id, month, recipient_no, item_no, units)
SELECT CAST(:store_id AS bigint), r.month, r.recipient_no, r.item_no, r.units
FROM unnest(CAST(:month AS bigint[]), CAST(:recipient_no AS bigint[]), CAST(:item_no AS bigint[]),
    CAST(:units AS bigint[]))
    AS r (month, recipient_no, item_no, units)
