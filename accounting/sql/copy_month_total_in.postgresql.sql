-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO month_total (store_id, month, boxes_given, recipients, contents_minor, packaging_minor, labor_minor,
    committed_minor, restock_minor, write_off_minor, overrides, first_movement, last_movement)
SELECT CAST(:store_id AS bigint), r.month, r.boxes_given, r.recipients, r.contents_minor, r.packaging_minor,
    r.labor_minor, r.committed_minor, r.restock_minor, r.write_off_minor, r.overrides, r.first_movement, r.last_movement
FROM unnest(CAST(:month AS bigint[]), CAST(:boxes_given AS bigint[]), CAST(:recipients AS bigint[]),
    CAST(:contents_minor AS bigint[]), CAST(:packaging_minor AS bigint[]), CAST(:labor_minor AS bigint[]),
    CAST(:committed_minor AS bigint[]), CAST(:restock_minor AS bigint[]), CAST(:write_off_minor AS bigint[]),
    CAST(:overrides AS bigint[]), CAST(:first_movement AS bigint[]), CAST(:last_movement AS bigint[]))
    AS r (month, boxes_given, recipients, contents_minor, packaging_minor, labor_minor, committed_minor,
    restock_minor, write_off_minor, overrides, first_movement, last_movement)
