-- Adds all rows of a batch. Binds: store_id, and an array a column.
INSERT INTO planned_box (store_id, box_no, recipient_no, state, month, labor_minutes, contents_minor, packaging_minor,
    labor_minor, plan_override, recipe_no, recipe_version, cancel_reason, event_seq)
SELECT CAST(:store_id AS bigint), r.box_no, r.recipient_no, r.state, r.month, r.labor_minutes,
    r.contents_minor, r.packaging_minor, r.labor_minor, r.plan_override, r.recipe_no, r.recipe_version, r.cancel_reason,
    r.event_seq
FROM unnest(CAST(:box_no AS bigint[]), CAST(:recipient_no AS bigint[]), CAST(:state AS text[]),
    CAST(:month AS bigint[]), CAST(:labor_minutes AS bigint[]), CAST(:contents_minor AS bigint[]),
    CAST(:packaging_minor AS bigint[]), CAST(:labor_minor AS bigint[]), CAST(:plan_override AS text[]),
    CAST(:recipe_no AS bigint[]), CAST(:recipe_version AS bigint[]), CAST(:cancel_reason AS text[]),
    CAST(:event_seq AS bigint[]))
    AS r (box_no, recipient_no, state, month, labor_minutes, contents_minor, packaging_minor, labor_minor,
    plan_override, recipe_no, recipe_version, cancel_reason, event_seq)
