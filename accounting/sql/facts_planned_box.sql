-- The boxes planned and cancelled. Binds: store_id. Returns: state, month, event_seq, the columns of a fact.
SELECT state, month, event_seq, box_no, recipient_no, labor_minutes, contents_minor, packaging_minor, labor_minor, plan_override, recipe_no,
    recipe_version, event_seq, CASE WHEN state = 'cancelled' THEN month END
FROM planned_box
WHERE store_id = :store_id
ORDER BY box_no
