-- Planned and cancelled boxes, whether a packed box has the same number, and the number of stored lines.
-- @many
-- @integer month
SELECT p.box_no, p.state, p.month, p.labor_minutes, p.contents_minor, p.packaging_minor, p.labor_minor,
    (SELECT COUNT(*) FROM box b WHERE b.store_id = :store_id AND b.box_no = p.box_no) AS packed_boxes,
    (SELECT COUNT(*) FROM planned_line l WHERE l.store_id = :store_id AND l.box_no = p.box_no) AS lines
FROM planned_box p
WHERE p.store_id = :store_id
ORDER BY p.box_no
