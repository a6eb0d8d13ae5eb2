-- The state of a box, also of one that is only planned or was cancelled, and the month in which it counts.
-- @optional
-- @text state
SELECT b.state, b.month
FROM box b
WHERE b.store_id = :store_id AND b.box_no = :box_no
UNION ALL
SELECT p.state, p.month
FROM planned_box p
WHERE p.store_id = :store_id AND p.box_no = :box_no
