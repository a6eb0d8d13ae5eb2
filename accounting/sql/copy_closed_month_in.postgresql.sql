-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO closed_month (store_id, month, event_seq, carried_boxes, carried_minor)
SELECT CAST(:store_id AS bigint), r.month, r.event_seq, r.carried_boxes, r.carried_minor
FROM unnest(CAST(:month AS bigint[]), CAST(:event_seq AS bigint[]), CAST(:carried_boxes AS bigint[]),
    CAST(:carried_minor AS bigint[]))
    AS r (month, event_seq, carried_boxes, carried_minor)
