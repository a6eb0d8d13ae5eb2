-- All rows of a store, for another database. Binds: store_id. Returns: every column but store_id.
SELECT box_no, recipient_no, state, month, labor_minutes, contents_minor, packaging_minor, labor_minor,
    plan_override, recipe_no, recipe_version, cancel_reason, event_seq
FROM planned_box
WHERE store_id = :store_id
ORDER BY store_id, box_no
