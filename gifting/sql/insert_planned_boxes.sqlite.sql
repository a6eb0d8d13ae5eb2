-- Adds one planned box per run.
-- @each box_no, recipient_no, month, labor_minutes, contents, packaging, labor, plan_override, recipe_no
-- @each recipe_version
INSERT INTO planned_box (store_id, box_no, recipient_no, state, month, labor_minutes, contents_minor,
    packaging_minor, labor_minor,
    plan_override, recipe_no, recipe_version, cancel_reason, event_seq)
VALUES (:store_id, :box_no, :recipient_no, 'planned', :month, :labor_minutes, :contents, :packaging, :labor,
    :plan_override, :recipe_no, :recipe_version, NULL, :event_seq)
