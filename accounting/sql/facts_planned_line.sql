-- The lines of planned boxes: the columns of a fact, with the box.
-- @many
SELECT box_no, item_no, units
FROM planned_line
WHERE store_id = :store_id
ORDER BY box_no, item_no
