-- Items whose reserved units differ from those in planned boxes.
-- @many
SELECT i.sku, i.reserved_units, COALESCE(r.units, 0) AS planned_units
FROM item i
LEFT JOIN (
    SELECT l.item_no, CAST(SUM(l.units) AS BIGINT) AS units
    FROM planned_line l
    WHERE l.store_id = :store_id
    GROUP BY l.item_no
) AS r ON r.item_no = i.item_no
WHERE i.store_id = :store_id AND i.reserved_units <> COALESCE(r.units, 0)
ORDER BY i.sku
