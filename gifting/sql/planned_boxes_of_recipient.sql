-- Boxes planned for a recipient, or cancelled. Binds: store_id, recipient_no.
-- Returns: box_no, recipient_no, recipient code, recipient name, state, month, labor_minutes, contents, packaging, labor, plan_override,
-- recipe_no, recipe_version, cancel_reason.
SELECT p.box_no, p.recipient_no, r.code, r.name, p.state, p.month, p.labor_minutes, p.contents_minor, p.packaging_minor, p.labor_minor,
    p.plan_override, p.recipe_no, p.recipe_version, p.cancel_reason
FROM planned_box p
JOIN recipient r ON r.store_id = p.store_id AND r.recipient_no = p.recipient_no
WHERE p.store_id = :store_id AND p.recipient_no = :recipient_no
ORDER BY p.box_no
