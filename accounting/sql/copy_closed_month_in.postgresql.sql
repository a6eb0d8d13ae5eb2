-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO closed_month (store_id, month, event_seq, moved_boxes, moved_minor, carried_boxes, carried_contents_minor,
    carried_packaging_minor, carried_labor_minor)
SELECT CAST(:store_id AS bigint), r.month, r.event_seq, r.moved_boxes, r.moved_minor, r.carried_boxes,
    r.carried_contents_minor, r.carried_packaging_minor, r.carried_labor_minor
FROM unnest(CAST(:month AS bigint[]), CAST(:event_seq AS bigint[]), CAST(:moved_boxes AS bigint[]),
    CAST(:moved_minor AS bigint[]), CAST(:carried_boxes AS bigint[]), CAST(:carried_contents_minor AS bigint[]),
    CAST(:carried_packaging_minor AS bigint[]), CAST(:carried_labor_minor AS bigint[]))
    AS r (month, event_seq, moved_boxes, moved_minor, carried_boxes, carried_contents_minor,
    carried_packaging_minor, carried_labor_minor)
