-- Boxes planned, and whether there is a box of that number. Binds: store_id.
-- Returns: box_no, state, month, labor_minutes, contents, packaging, labor, 1 if there is a box.
SELECT p.box_no, p.state, p.month, p.labor_minutes, p.contents_minor, p.packaging_minor, p.labor_minor,
    CASE WHEN b.box_no IS NULL THEN 0 ELSE 1 END
FROM planned_box p
LEFT JOIN box b ON b.store_id = p.store_id AND b.box_no = p.box_no
WHERE p.store_id = :store_id
ORDER BY p.box_no
