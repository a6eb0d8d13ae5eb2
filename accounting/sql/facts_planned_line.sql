-- The lines of planned boxes: the box, then the columns of a fact.
-- @many
SELECT box_no, item_no, units
FROM planned_line
WHERE store_id = :store_id
ORDER BY box_no, item_no
