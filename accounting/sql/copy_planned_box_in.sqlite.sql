-- Adds one row of another database a run. Binds: store_id and the columns.
INSERT INTO planned_box (store_id, box_no, recipient_no, state, month, labor_minutes, contents_minor, packaging_minor,
    labor_minor, plan_override, recipe_no, recipe_version, cancel_reason, event_seq)
VALUES (:store_id, :box_no, :recipient_no, :state, :month, :labor_minutes, :contents_minor, :packaging_minor,
    :labor_minor, :plan_override, :recipe_no, :recipe_version, :cancel_reason, :event_seq)
