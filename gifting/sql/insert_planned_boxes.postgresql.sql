-- Adds all planned boxes of a batch.
INSERT INTO planned_box (store_id, box_no, recipient_no, state, month, labor_minutes, contents_minor,
    packaging_minor, labor_minor,
    plan_override, recipe_no, recipe_version, cancel_reason, event_seq)
SELECT CAST(:store_id AS bigint), r.box_no, r.recipient_no, 'planned', r.month, r.labor_minutes, r.contents,
    r.packaging, r.labor,
    r.plan_override, r.recipe_no, r.recipe_version, NULL, CAST(:event_seq AS bigint)
FROM unnest(CAST(:box_no AS bigint[]), CAST(:recipient_no AS bigint[]), CAST(:month AS bigint[]),
    CAST(:labor_minutes AS bigint[]),
    CAST(:contents AS bigint[]), CAST(:packaging AS bigint[]), CAST(:labor AS bigint[]), CAST(:plan_override AS text[]),
    CAST(:recipe_no AS bigint[]), CAST(:recipe_version AS bigint[]))
    AS r (box_no, recipient_no, month, labor_minutes, contents, packaging, labor, plan_override, recipe_no,
        recipe_version)
