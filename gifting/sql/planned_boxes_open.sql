-- Boxes planned or cancelled in open months. closed_through is 0 if no month is closed.
-- @many
SELECT p.box_no, p.recipient_no, r.code AS recipient_code, r.name AS recipient_name, p.state, p.month, p.labor_minutes,
    p.contents_minor, p.packaging_minor, p.labor_minor, p.plan_override, p.recipe_no, p.recipe_version, p.cancel_reason
FROM planned_box p
JOIN recipient r ON r.store_id = p.store_id AND r.recipient_no = p.recipient_no
WHERE p.store_id = :store_id AND p.month > :closed_through
ORDER BY p.box_no
