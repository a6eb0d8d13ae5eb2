-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO cap (store_id, cap_no, cap, from_month, amount_minor, action, reason, event_seq)
SELECT CAST(:store_id AS bigint), r.cap_no, r.cap, r.from_month, r.amount_minor, r.action, r.reason,
    r.event_seq
FROM unnest(CAST(:cap_no AS bigint[]), CAST(:cap AS text[]), CAST(:from_month AS bigint[]),
    CAST(:amount_minor AS bigint[]), CAST(:action AS text[]), CAST(:reason AS text[]), CAST(:event_seq AS bigint[]))
    AS r (cap_no, cap, from_month, amount_minor, action, reason, event_seq)
