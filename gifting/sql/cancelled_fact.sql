-- A cancelled box with the columns of a fact, as the digest covers it.
-- @one
SELECT box_no, recipient_no, labor_minutes, contents_minor, packaging_minor, labor_minor, plan_override, recipe_no,
    recipe_version, event_seq,
    month
FROM planned_box
WHERE store_id = :store_id AND box_no = :box_no
