-- Planned and cancelled boxes: state and month, then the columns of a fact.
-- @many
-- @null cancelled_month
-- @integer month, cancelled_month
SELECT state, month, box_no, recipient_no, labor_minutes, contents_minor, packaging_minor, labor_minor, plan_override, recipe_no,
    recipe_version, event_seq, CASE WHEN state = 'cancelled' THEN month END AS cancelled_month
FROM planned_box
WHERE store_id = :store_id
ORDER BY box_no
