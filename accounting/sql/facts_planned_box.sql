-- The boxes planned and cancelled: the columns of a fact, with the state. The month of one that is planned is no fact,
-- as it moves on.
-- @many
-- @null month
-- @integer planned_month, month
SELECT state, month AS planned_month, box_no, recipient_no, labor_minutes, contents_minor, packaging_minor, labor_minor,
    plan_override, recipe_no, recipe_version, event_seq, CASE WHEN state = 'cancelled' THEN month END AS month
FROM planned_box
WHERE store_id = :store_id
ORDER BY box_no
