-- A cancelled box as a digest covers it: the columns of a fact.
-- @one
SELECT box_no, recipient_no, labor_minutes, contents_minor, packaging_minor, labor_minor, plan_override, recipe_no, recipe_version, event_seq,
    month
FROM planned_box
WHERE store_id = :store_id AND box_no = :box_no
