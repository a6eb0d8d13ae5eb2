-- The units planned for a box, by SKU.
-- @many
SELECT i.sku, i.name, i.size, i.kind, l.units
FROM planned_line l
JOIN item i ON i.store_id = l.store_id AND i.item_no = l.item_no
WHERE l.store_id = :store_id AND l.box_no = :box_no
ORDER BY i.sku
