-- The packaging of the boxes packed last, newest first, without unpacked ones.
-- @many
SELECT b.box_no, i.sku, CAST(-SUM(m.units) AS BIGINT) AS units
FROM (
    SELECT store_id, box_no, first_movement, last_movement
    FROM box
    WHERE store_id = :store_id AND state <> 'unpacked'
    ORDER BY box_no DESC
    LIMIT :boxes
) AS b
JOIN movement m ON m.store_id = b.store_id AND m.seq BETWEEN b.first_movement AND b.last_movement
JOIN item i ON i.store_id = m.store_id AND i.item_no = m.item_no
WHERE i.kind = 'packaging'
GROUP BY b.box_no, i.sku
ORDER BY b.box_no DESC, i.sku
